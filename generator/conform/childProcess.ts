import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { Tail } from "./tail.ts";

/** Somebody else's program, in a process group of its own. */
export interface Child {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** How it ended, when it has. Never fails. */
  readonly ended: Promise<Ending>;
  /** The end of what it wrote to standard error, and the first lines of it that look like an error. */
  readonly lastWords: () => string;
  /** Ends it, and whatever it has started. */
  readonly kill: () => void;
}

/** How a program ended. */
export type Ending =
  | { readonly kind: "exit"; readonly status: number }
  | { readonly kind: "signal"; readonly signal: string }
  /** It was never started. */
  | { readonly kind: "error"; readonly text: string };

/** Milliseconds for what a program has written last to arrive, where something that it started keeps its pipes open. */
const LAST_WORDS = 200;

/** Starts a command. What it writes to standard error is read, and all but its end and its first errors forgotten. */
export function startChild(command: readonly string[], env: Readonly<Record<string, string>> = {}): Child {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { detached: true, env: { ...process.env, ...env }, stdio: "pipe" });
  let isOver = false;
  const kill = () => (isOver ? undefined : killGroup(child));
  process.once("exit", kill);
  const tail = new Tail();
  child.stderr.on("data", (chunk: Buffer) => tail.add(chunk));
  // A program may close its end at any time; that it has ended is told elsewhere.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on("error", () => {});
  const ended = endingOf(child, args.length === 0 ? program : "").then((ending) => {
    process.off("exit", kill);
    kill();
    isOver = true;
    return ending;
  });
  return { stdin: child.stdin, stdout: child.stdout, ended, lastWords: () => tail.text(), kill };
}

/** `alone` is the command where it is one word. */
function endingOf(child: ChildProcessWithoutNullStreams, alone: string): Promise<Ending> {
  return new Promise((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      const isQuoted = error.code === "ENOENT" && /\S\s+\S/.test(alone);
      const hint = isQuoted ? `; no shell takes it apart: write the command unquoted, -- ${alone}` : "";
      resolve({ kind: "error", text: `${error.message}${hint}` });
    });
    child.on("exit", (status, signal) => {
      const ending: Ending = signal === null ? { kind: "exit", status: status ?? 0 } : { kind: "signal", signal };
      const timer = setTimeout(() => resolve(ending), LAST_WORDS);
      child.on("close", () => {
        clearTimeout(timer);
        resolve(ending);
      });
    });
  });
}

/** The group is named by the process that leads it, and may outlive it. Windows has none. */
function killGroup(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

/** Says how a program ended, with its last words. */
export function tellEnding(ending: Ending, lastWords: string): string {
  const said = lastWords === "" ? "" : `; it said: ${lastWords}`;
  switch (ending.kind) {
    case "exit":
      return `ended with status ${ending.status}${said}`;
    case "signal":
      return `was ended by ${ending.signal}${said}`;
    case "error":
      return `could not be started: ${ending.text}`;
  }
}
