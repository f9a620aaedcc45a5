import { type ValidateOptions, validate } from "../../generator/cli/validate.ts";

/** Validates a client's frames in a folder within this process, as they come through a pipe: the verdicts, the exit code and what else was told. */
export async function validateHere(
  protocol: string,
  root: string,
  encoding: ValidateOptions["encoding"],
  ...chunks: readonly (string | Uint8Array)[]
): Promise<{ readonly lines: readonly string[]; readonly status: number; readonly told: readonly string[] }> {
  const lines: string[] = [];
  const told: string[] = [];
  const terminal = {
    out: (line: string) => void lines.push(line),
    error: (line: string) => void told.push(line),
    interactive: false,
    color: false,
  };
  const status = await validate(protocol, { from: "client", encoding }, { root }, bytesOf(chunks), terminal);
  return { lines, status, told };
}

async function* bytesOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
