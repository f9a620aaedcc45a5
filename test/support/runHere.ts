import { partProgress, type Run } from "./runCli.ts";

/** The built command: its workers exist only there. */
const MAIN = new URL("../../dist/generator/cli/main.js", import.meta.url).href;

/**
 * Runs `wirepact` in a folder within this process, which saves its start: for tests of many small runs. One at a time,
 * since a process has one working folder. `input` is what comes through the pipe.
 */
export async function runHere(args: readonly string[], cwd: string, input = ""): Promise<Run> {
  const { main }: typeof import("../../generator/cli/main.ts") = await import(MAIN);
  const lines: { out: string[]; error: string[] } = { out: [], error: [] };
  const terminal = {
    out: (text: string) => void lines.out.push(`${text}\n`),
    error: (text: string) => void lines.error.push(`${text}\n`),
    interactive: false,
    color: false,
  };
  const home = process.cwd();
  process.chdir(cwd);
  try {
    const status = await main(args, terminal, () => oneChunk(input));
    return { status, stdout: lines.out.join(""), ...partProgress(lines.error.join("")) };
  } finally {
    process.chdir(home);
  }
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
