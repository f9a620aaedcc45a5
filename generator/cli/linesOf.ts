import { DiagnosticError } from "../diagnostics.ts";

/** Longest line that is read, in bytes: a frame of the largest payload, escaped. */
const LONGEST = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/** The lines of a stream as bytes, which may be no text. A last line break ends the last line and begins none. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  const take = () => {
    const whole = withoutReturn(Buffer.concat(pending));
    pending = [];
    length = 0;
    return line++ === 1 && whole.subarray(0, 3).equals(BYTE_ORDER_MARK) ? whole.subarray(3) : whole;
  };
  const keep = (part: Uint8Array) => {
    pending.push(part);
    length += part.length;
    if (length > LONGEST) throw tooLong(line);
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  const last = take();
  if (last.length > 0) yield last;
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}

function tooLong(line: number): DiagnosticError {
  const text = `a line is longer than ${LONGEST / 1024 / 1024} MiB; put each frame on a line of its own`;
  return new DiagnosticError({ code: "bad-arguments", severity: "error", text, position: { file: "stdin", line, column: 1 } });
}
