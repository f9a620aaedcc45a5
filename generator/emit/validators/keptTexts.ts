/** How many characters are kept, keys included. */
const LIMIT = 32 * 1024 * 1024;

/** What was made of texts, as long as there is room: the oldest goes first. */
export class KeptTexts<T> {
  readonly #kept = new Map<string, T>();
  readonly #lengthOf: (made: T) => number;
  readonly #limit: number;
  #length = 0;

  constructor(lengthOf: (made: T) => number, limit: number = LIMIT) {
    this.#lengthOf = lengthOf;
    this.#limit = limit;
  }

  /** What was made of a text; undefined where it is not kept. */
  get(text: string): T | undefined {
    return this.#kept.get(text);
  }

  /** Keeps what was made of a text that is not kept. */
  set(text: string, made: T): void {
    this.#kept.set(text, made);
    this.#length += text.length + this.#lengthOf(made);
    for (const [oldest, old] of this.#kept) {
      if (this.#length <= this.#limit) return;
      this.#kept.delete(oldest);
      this.#length -= oldest.length + this.#lengthOf(old);
    }
  }
}
