/** So many frames of the other side are heard in one case. */
export const MANY_FRAMES = 10_000;

/** So many bytes are, too: what a flow has not come to is kept. */
export const MANY_BYTES = 128 * 1024 * 1024;

/** Counts what the other side has sent in one case. */
export class Flood {
  #frames = 0;
  #bytes = 0;

  /** Counts a frame, and says what there is too much of: `more than 10000 frames`. */
  add(size: number): string | undefined {
    this.#frames += 1;
    this.#bytes += size;
    if (this.#frames > MANY_FRAMES) return `more than ${MANY_FRAMES} frames`;
    return this.#bytes > MANY_BYTES ? `more than ${MANY_BYTES} bytes` : undefined;
  }
}
