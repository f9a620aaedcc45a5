/** Names of streams that ended lately, the oldest forgotten first: their stragglers belong to nobody else. */
export class EndedKeys {
  readonly #keys = new Set<unknown>();
  readonly #limit: number;

  /** `limit` is how many names are remembered. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: unknown): boolean {
    return this.#keys.has(key);
  }

  /** Remembers a name; a stream that never got one leaves nothing. */
  add(key: unknown): void {
    if (key === undefined) return;
    this.#keys.delete(key);
    this.#keys.add(key);
    if (this.#keys.size > this.#limit) this.#keys.delete(this.#keys.values().next().value);
  }

  delete(key: unknown): void {
    this.#keys.delete(key);
  }
}
