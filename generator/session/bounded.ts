/** How much of a session is kept of each kind, so that memory ends where the session does not. */
export const BOUNDS = {
  /** Requests without an answer; one more, and the oldest counts as unanswered. */
  requests: 1_000,
  /** Streams that run, and ends whose followers are to come. */
  streams: 1_000,
  /** Names: of streams that ended, of machines' instances, and those that the other side gave. */
  names: 10_000,
} as const;

/** A map that forgets what was touched longest ago. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;
  /** Whether anything was forgotten: from then on, not to know a name says nothing. */
  hasForgotten = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** Notes a value as the one touched last. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    this.hasForgotten = true;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }
}
