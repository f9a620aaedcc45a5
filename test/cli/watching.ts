import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { BIN } from "../support/runCli.ts";

/** A running `generate --watch`. */
export interface Watching {
  /** The lines until it next waits for a change. */
  readonly untilIdle: () => Promise<string[]>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const IDLE = "watching for changes; press Ctrl+C to stop";

/** Starts `wirepact generate --watch`; it ends with the test at the latest. */
export function startWatching(cwd: string, ...args: readonly string[]): Watching {
  const child = spawn(process.execPath, [BIN, "generate", "--watch", ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal)),
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  let wake = () => {};
  createInterface({ input: child.stderr }).on("line", (line) => {
    // What a slow run says of its progress depends on the machine.
    if (!line.startsWith("… ")) lines.push(line);
    wake();
  });
  const untilIdle = async () => {
    while (!lines.includes(IDLE)) await new Promise<void>((resolve) => (wake = resolve));
    return lines.splice(0, lines.indexOf(IDLE) + 1).slice(0, -1);
  };
  return { untilIdle, kill: (signal) => void child.kill(signal), ended };
}
