import { DiagnosticError } from "../diagnostics.ts";

/** Longest line that is read: a frame of the largest payload, escaped. */
const LONGEST = 64 * 1024 * 1024;

/** The lines of a stream of bytes. A last line break ends the last line and begins none. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  let length = 0;
  let line = 1;
  for await (const chunk of input) {
    const [first = "", ...rest] = decoder.decode(chunk, { stream: true }).split("\n");
    pending.push(first);
    length += first.length;
    if (length > LONGEST) throw tooLong(line);
    for (const next of rest) {
      yield withoutReturn(pending.join(""));
      pending = [next];
      length = next.length;
      line++;
      if (length > LONGEST) throw tooLong(line);
    }
  }
  const last = pending.join("");
  if (last !== "") yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function tooLong(line: number): DiagnosticError {
  const text = `a line is longer than ${LONGEST / 1024 / 1024} MiB; put each frame on a line of its own`;
  return new DiagnosticError({ code: "bad-arguments", severity: "error", text, position: { file: "stdin", line, column: 1 } });
}
