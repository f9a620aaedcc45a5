import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import type { GenerateOptions } from "../../generator/cli/generateOptions.ts";
import { BIN } from "../support/runCli.ts";

/** What somebody who watches is told. */
interface Told {
  /** The lines until it next waits for a change. */
  readonly untilIdle: () => Promise<string[]>;
}

/** A running `generate --watch`. */
export interface Watching extends Told {
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
  const lines = new Lines();
  createInterface({ input: child.stderr }).on("line", (line) => lines.add(line));
  return { untilIdle: () => lines.untilIdle(), kill: (signal) => void child.kill(signal), ended };
}

/** The built command: its workers exist only there. */
const WATCH = new URL("../../dist/generator/cli/watch.js", import.meta.url).href;

/** Watches within this process, which saves its start, as long as the test takes. One at a time, since a process has one working folder. */
export async function watchHere(cwd: string, options: GenerateOptions = {}): Promise<Told> {
  const { watch }: typeof import("../../generator/cli/watch.ts") = await import(WATCH);
  const lines = new Lines();
  const stop = new AbortController();
  const home = process.cwd();
  process.chdir(cwd);
  const watching = watch([], options, { root: cwd }, { out: () => undefined, error: (line) => lines.add(line) }, stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await watching;
    process.chdir(home);
  });
  return { untilIdle: () => lines.untilIdle() };
}

/** Lines that are told, and whoever waits for them. */
class Lines {
  readonly #lines: string[] = [];
  #wake: () => void = () => {};

  add(line: string): void {
    // What a slow run says of its progress depends on the machine.
    if (!line.startsWith("… ")) this.#lines.push(line);
    this.#wake();
  }

  async untilIdle(): Promise<string[]> {
    while (!this.#lines.includes(IDLE)) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#lines.splice(0, this.#lines.indexOf(IDLE) + 1).slice(0, -1);
  }
}
