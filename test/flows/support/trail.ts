import type { Direction, Encoding } from "@wirepact/runtime";

/** A frame that somebody saw on the wire. */
export interface Seen {
  readonly from: Direction;
  readonly encoding: Encoding | "event";
  readonly frame: unknown;
}

/** Things in the order in which they happened, and whoever waits until there are enough of them. */
export class Trail<T> {
  readonly all: T[] = [];
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  readonly put = (one: T): void => {
    this.all.push(one);
    const [done, waiting] = [this.#waiting.filter(({ count }) => count <= this.all.length), this.#waiting];
    this.#waiting = waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  };

  /** Resolves when there are so many. */
  until(count: number): Promise<void> {
    if (this.all.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }
}
