/** Bytes that are kept of what a program says. */
const KEPT = 2048;

/** The end of a text that may be endless. */
export class Tail {
  #bytes: Buffer = Buffer.alloc(0);
  #isCut = false;

  /** Takes more of it. */
  add(chunk: Buffer): void {
    const all = chunk.length >= KEPT ? chunk : Buffer.concat([this.#bytes, chunk]);
    this.#isCut ||= all.length > KEPT || this.#bytes.length + chunk.length > KEPT;
    this.#bytes = Buffer.from(all.subarray(-KEPT));
  }

  /** Its last lines: whole ones, where some were cut off. */
  text(): string {
    const text = this.#bytes.toString("utf8").trim();
    if (!this.#isCut) return text;
    const newline = text.indexOf("\n");
    return `… ${newline === -1 ? text.replace(/^\ufffd+/, "") : text.slice(newline + 1)}`;
  }
}
