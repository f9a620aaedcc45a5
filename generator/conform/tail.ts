import { ErrorLines } from "./errorLines.ts";

/** Bytes that are kept of what a program says. */
const KEPT = 2048;

/** The end of a text that may be endless, and what looks like the cause of it. */
export class Tail {
  #bytes: Buffer = Buffer.alloc(0);
  #isCut = false;
  readonly #errors = new ErrorLines();

  /** Takes more of it. */
  add(chunk: Buffer): void {
    this.#errors.add(chunk);
    const all = chunk.length >= KEPT ? chunk : Buffer.concat([this.#bytes, chunk]);
    this.#isCut ||= all.length > KEPT || this.#bytes.length + chunk.length > KEPT;
    this.#bytes = Buffer.from(all.subarray(-KEPT));
  }

  /** Its last lines: whole ones, where some were cut off; ahead of them the first that look like an error, where those were. */
  text(): string {
    const text = this.#bytes.toString("utf8").trim();
    if (!this.#isCut) return text;
    const newline = text.indexOf("\n");
    const end = `… ${newline === -1 ? text.replace(/^\ufffd+/, "") : text.slice(newline + 1)}`;
    return [...this.#errors.all.filter((line) => !end.includes(line)), end].join("\n");
  }
}
