import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command as a user runs it. */
export const BIN = fileURLToPath(new URL("../../bin/wirepact.js", import.meta.url));

/** What a run of the command gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
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
      resolve({ status, stdout: Buffer.concat(chunks.out).toString(), stderr: Buffer.concat(chunks.error).toString() }),
    );
    child.stdin.end(options.input ?? "");
  });
}
