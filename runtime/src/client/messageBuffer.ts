import { WirepactError } from "../wirepactError.ts";
import type { MessageStream, Received } from "./clientBase.ts";

type Next = IteratorResult<Received, undefined>;

interface Reader {
  readonly resolve: (next: Next) => void;
  readonly reject: (error: WirepactError) => void;
}

/** Messages of one stream between whoever receives and whoever reads, at most so many. */
export class MessageBuffer implements MessageStream<Received, unknown> {
  readonly reply: Promise<unknown>;
  readonly #limit: number;
  readonly #left: () => void;
  #kept: Received[] = [];
  #readers: Reader[] = [];
  #end: { readonly error?: WirepactError } | undefined;

  /** `left` is called once, where the reader leaves before the end or cannot follow. */
  constructor(limit: number, reply: Promise<unknown>, left: () => void) {
    this.#limit = limit;
    this.#left = left;
    this.reply = reply;
    // Whoever only reads the messages must not be told of a rejection as nobody's.
    reply.catch(() => {});
  }

  /** Whether no more is taken. */
  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** Keeps a message, or hands it to who waits for it. */
  push(item: Received): void {
    if (this.#end !== undefined) return;
    const reader = this.#readers.shift();
    if (reader !== undefined) reader.resolve({ done: false, value: item });
    else if (this.#kept.length < this.#limit) this.#kept.push(item);
    else this.#overflow();
  }

  /** No more will come; what is kept can still be read, and then the error, where there is one. */
  end(error?: WirepactError): void {
    if (this.#end !== undefined) return;
    this.#end = error === undefined ? {} : { error };
    const readers = this.#readers;
    this.#readers = [];
    if (error !== undefined && readers[0] !== undefined) this.#end = {};
    readers.forEach((reader, index) => {
      if (error !== undefined && index === 0) reader.reject(error);
      else reader.resolve(DONE);
    });
  }

  async next(): Promise<Next> {
    const value = this.#kept.shift();
    if (value !== undefined) return { done: false, value };
    if (this.#end === undefined) return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }));
    const { error } = this.#end;
    this.#end = {};
    if (error !== undefined) throw error;
    return DONE;
  }

  async return(): Promise<Next> {
    this.#kept = [];
    const early = this.#end === undefined;
    this.end();
    this.#end = {};
    if (early) this.#left();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #overflow(): void {
    this.end(new WirepactError("overloaded", `a stream was not read: ${this.#limit} of its messages wait, and more came`));
    this.#left();
  }
}

const DONE: Next = Object.freeze({ done: true, value: undefined });
