import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command as a user runs it. */
export const BIN = fileURLToPath(new URL("../../bin/wirepact.js", import.meta.url));

/** What a run of the command gave. Lines of progress depend on the machine's speed, so they stand apart. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly progress: readonly string[];
}

/** Parts what a run said on standard error into lines of progress and all others. */
export function partProgress(text: string): { readonly stderr: string; readonly progress: readonly string[] } {
  const line = /^… .*\n/gm;
  return { stderr: text.replace(line, ""), progress: text.match(line) ?? [] };
}

/** Runs `wirepact` in a folder, with a text on its standard input. */
export function runCli(
  args: readonly string[],
  options: { readonly cwd: string; readonly input?: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: "1", ...options.env },
    });
    const chunks: { out: Buffer[]; error: Buffer[] } = { out: [], error: [] };
    child.stdout.on("data", (chunk: Buffer) => chunks.out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.error.push(chunk));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, stdout: Buffer.concat(chunks.out).toString(), ...partProgress(Buffer.concat(chunks.error).toString()) }),
    );
    child.stdin.end(options.input ?? "");
  });
}
