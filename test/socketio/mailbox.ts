/** Things that happen, to be waited for in their order. */
export class Mailbox<T> {
  readonly #waiting: ((value: T) => void)[] = [];
  readonly #kept: T[] = [];

  readonly put = (value: T): void => {
    const taker = this.#waiting.shift();
    if (taker === undefined) this.#kept.push(value);
    else taker(value);
  };

  next(): Promise<T> {
    const [first] = this.#kept;
    if (this.#kept.length === 0) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#kept.shift();
    return Promise.resolve(first as T);
  }

  /** What has come and was not taken. */
  get kept(): readonly T[] {
    return this.#kept;
  }
}
