import type { NamedFrame } from "./correlation.ts";
import { EndedKeys } from "./endedKeys.ts";
import { fitOf, keyAsked, keyOf, type StreamState } from "./streamLaws.ts";

/** What {@link RunningStreams} may be told beside the frames. */
export interface RunningOptions {
  /** How many names of ended streams are remembered. */
  readonly remembered?: number;
  /** Whether a name is known to be that of something which was not started here. */
  readonly isForeign?: (key: unknown) => boolean;
}

/** Streams in the order in which they were started, and which message belongs to which. */
export class RunningStreams<Stream extends StreamState> {
  readonly #running = new Set<Stream>();
  readonly #ended: EndedKeys;
  readonly #isForeign: (key: unknown) => boolean;

  constructor({ remembered = 100, isForeign = () => false }: RunningOptions = {}) {
    this.#ended = new EndedKeys(remembered);
    this.#isForeign = isForeign;
  }

  /** How many run. */
  get size(): number {
    return this.#running.size;
  }

  /** How many names of ended ones are remembered. */
  get remembered(): number {
    return this.#ended.size;
  }

  [Symbol.iterator](): IterableIterator<Stream> {
    return this.#running.values();
  }

  /** Notes a stream whose start is about to be sent; it has a name already where its start gives one. */
  add(stream: Stream): void {
    stream.key ??= keyAsked(stream.descriptor, stream.frame);
    this.#running.add(stream);
  }

  /** Forgets a stream that will not run. */
  remove(stream: Stream): void {
    this.#running.delete(stream);
  }

  /** Takes the name that the reply gives a stream. */
  learn(stream: Stream, reply: unknown): void {
    stream.key ??= keyOf(stream.descriptor, reply);
    this.#ended.delete(stream.key);
  }

  /** The stream that a message belongs to: one that it names, or else the oldest that it may belong to, which learns its name. */
  take(message: NamedFrame): Stream | undefined {
    const stream = this.find(message);
    if (stream !== undefined) stream.key ??= keyOf(stream.descriptor, message.frame);
    return stream;
  }

  /** The stream that a message belongs to. */
  find(message: NamedFrame): Stream | undefined {
    let possible: Stream | undefined;
    // Asked once a name: with many streams, each would ask it of all others.
    const taken = new Map<unknown, boolean>();
    const isTaken = (key: unknown): boolean => {
      const known = taken.get(key) ?? this.#isTaken(key);
      taken.set(key, known);
      return known;
    };
    for (const stream of this.#running) {
      const fit = fitOf(stream, message, isTaken);
      if (fit === "named") return stream;
      if (fit === "possible") possible ??= stream;
    }
    return possible;
  }

  /** A stream has ended; its name is remembered. */
  finish(stream: Stream): void {
    this.#running.delete(stream);
    this.#ended.add(stream.key);
  }

  /** Whether a stream of that name ended lately. */
  hasEnded(key: unknown): boolean {
    return this.#ended.has(key);
  }

  /** Forgets all that run, and gives them. */
  clear(): readonly Stream[] {
    const running = [...this.#running];
    this.#running.clear();
    return running;
  }

  /** Whether a name belongs to another stream, or to one that has ended and may have stragglers. */
  #isTaken(key: unknown): boolean {
    if (this.#ended.has(key) || this.#isForeign(key)) return true;
    for (const stream of this.#running) if (stream.key === key) return true;
    return false;
  }
}
