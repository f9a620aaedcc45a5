/** A line of a program; or that it wrote more than a line may have. */
export type Line = { readonly kind: "line"; readonly text: string } | { readonly kind: "too-long" };

const LINE_FEED = 0x0a;

/** The lines of a stream, read no faster than they are asked for. A line that is too long is the last one; a stream that breaks off has ended. */
export async function* boundedLines(input: AsyncIterable<Buffer>, longest: number): AsyncGenerator<Line, void> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of untilBroken(input)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      parts.push(chunk.subarray(start, end));
      if (length + end - start > longest) return yield { kind: "too-long" };
      start = end + 1;
      yield { kind: "line", text: Buffer.concat(parts).toString("utf8").replace(/\r$/, "") };
      parts = [];
      length = 0;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longest) return yield { kind: "too-long" };
  }
  if (length > 0) yield { kind: "line", text: Buffer.concat(parts).toString("utf8") };
}

async function* untilBroken(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  try {
    yield* input;
  } catch {
    // Whose stream it is learns of its end elsewhere.
  }
}
