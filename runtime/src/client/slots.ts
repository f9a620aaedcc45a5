interface Line {
  taken: number;
  readonly waiting: Set<() => void>;
}

/** How many streams of one kind may run at a time; the others wait in line. */
export class Slots {
  readonly #lines = new Map<string, Line>();

  /** How many wait. */
  get waiting(): number {
    return [...this.#lines.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  /** Begins now, or when there is room. Returns how to leave the line. */
  take(name: string, limit: number, begin: () => void): () => void {
    const line = this.#line(name);
    if (line.taken < limit) {
      line.taken += 1;
      begin();
      return () => {};
    }
    line.waiting.add(begin);
    return () => {
      line.waiting.delete(begin);
    };
  }

  /** Makes room for the next. */
  release(name: string): void {
    const line = this.#line(name);
    const [next] = line.waiting;
    if (next === undefined) line.taken -= 1;
    else {
      line.waiting.delete(next);
      next();
    }
  }

  #line(name: string): Line {
    const line = this.#lines.get(name) ?? { taken: 0, waiting: new Set() };
    this.#lines.set(name, line);
    return line;
  }
}
