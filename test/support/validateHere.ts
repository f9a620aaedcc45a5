import { type ValidateOptions, validate } from "../../generator/cli/validate.ts";

/** Validates a client's frames in a folder within this process, as they come through a pipe: the verdicts and the exit code. */
export async function validateHere(
  protocol: string,
  root: string,
  encoding: ValidateOptions["encoding"],
  ...chunks: readonly (string | Uint8Array)[]
): Promise<{ readonly lines: readonly string[]; readonly status: number }> {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), error: () => {}, interactive: false, color: false };
  const status = await validate(protocol, { from: "client", encoding }, { root }, bytesOf(chunks), terminal);
  return { lines, status };
}

async function* bytesOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
