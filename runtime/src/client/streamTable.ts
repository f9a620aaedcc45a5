import type { StreamDescriptor, StreamEnd } from "../conversation.ts";
import { agree, type NamedFrame } from "../correlation.ts";
import { readPointer } from "../pointer.ts";
import type { WirepactError } from "../wirepactError.ts";
import { EndedKeys } from "./endedKeys.ts";
import type { Arrived } from "./frameCodec.ts";

/** A stream that was started and has not ended, whether or not anybody still reads it. */
export interface RunningStream {
  readonly descriptor: StreamDescriptor;
  /** The frame that started it. */
  readonly frame: unknown;
  /** The name that the server gave it, once known. */
  key: unknown;
  readonly taken: (arrived: Arrived, isLast: boolean) => void;
  readonly failed: (error: WirepactError) => void;
}

/** Streams in the order in which they were started, and which message belongs to which. */
export class StreamTable {
  readonly #running = new Set<RunningStream>();
  readonly #ended = new EndedKeys();

  /** How many run. */
  get size(): number {
    return this.#running.size;
  }

  /** Notes a stream whose start is about to be sent. */
  add(stream: Omit<RunningStream, "key">): RunningStream {
    const running = { ...stream, key: keyAsked(stream.descriptor, stream.frame) };
    this.#running.add(running);
    return running;
  }

  /** Forgets a stream that will not run. */
  remove(stream: RunningStream): void {
    this.#running.delete(stream);
  }

  /** Takes the name that the reply gives a stream. */
  learn(stream: RunningStream, reply: unknown): void {
    stream.key ??= keyOf(stream.descriptor, reply);
    this.#ended.delete(stream.key);
  }

  /** Gives a message to its stream: one that it names, or else the oldest that it may belong to. */
  route(arrived: Arrived): void {
    const stream = this.#find(arrived);
    if (stream === undefined) return;
    stream.key ??= keyOf(stream.descriptor, arrived.frame);
    const isLast = endsStream(stream, arrived);
    if (isLast) this.#finish(stream);
    stream.taken(arrived, isLast);
  }

  /** Fails the stream whose end came, and breaks the contract: no other will come. */
  spoil(broken: NamedFrame, error: WirepactError): void {
    const stream = this.#find(broken);
    if (stream === undefined || !endsStream(stream, broken)) return;
    this.#finish(stream);
    stream.failed(error);
  }

  /** Fails all: with their connection, no message of theirs can come. */
  failAll(error: WirepactError): void {
    const running = [...this.#running];
    this.#running.clear();
    for (const { failed } of running) failed(error);
  }

  #find(message: NamedFrame): RunningStream | undefined {
    const fits = [...this.#running].map((stream) => ({ stream, fit: this.#fit(stream, message) }));
    return (fits.find(({ fit }) => fit === "named") ?? fits.find(({ fit }) => fit === "possible"))?.stream;
  }

  #finish(stream: RunningStream): void {
    this.#running.delete(stream);
    this.#ended.add(stream.key);
  }

  #fit(stream: RunningStream, { message, frame }: NamedFrame): "named" | "possible" | "none" {
    const { items, ends, match } = stream.descriptor;
    if (!items.includes(message) && !ends.some((end) => end.message === message)) return "none";
    if (!agree(match, stream.frame, frame)) return "none";
    const key = keyOf(stream.descriptor, frame);
    if (key === undefined) return match.some(([, answered]) => has(frame, answered)) ? "named" : "possible";
    if (stream.key !== undefined) return stream.key === key ? "named" : "none";
    return this.#isTaken(key) ? "none" : "possible";
  }

  /** Whether a name belongs to another stream, or to one that has ended and may have stragglers. */
  #isTaken(key: unknown): boolean {
    return this.#ended.has(key) || [...this.#running].some((stream) => stream.key === key);
  }
}

function endsStream({ descriptor }: RunningStream, message: NamedFrame): boolean {
  return descriptor.ends.some((end) => isEnd(end, message));
}

function isEnd({ message, where }: StreamEnd, taken: NamedFrame): boolean {
  if (message !== taken.message) return false;
  if (where === undefined) return true;
  const reading = readPointer(taken.frame, where.pointer);
  return reading.found && typeof reading.value === "string" && where.values.includes(reading.value);
}

/** The name that a frame carries; null and what is no name count as none. */
function keyOf({ key }: StreamDescriptor, frame: unknown): string | number | undefined {
  if (key === undefined) return undefined;
  const reading = readPointer(frame, key);
  if (!reading.found) return undefined;
  return typeof reading.value === "string" || typeof reading.value === "number" ? reading.value : undefined;
}

/** The name that the start itself asks for, where what follows must repeat it. */
function keyAsked(descriptor: StreamDescriptor, start: unknown): unknown {
  const pair = descriptor.match.find(([, answered]) => answered === descriptor.key);
  if (pair === undefined) return undefined;
  const reading = readPointer(start, pair[0]);
  return reading.found && reading.value !== null ? reading.value : undefined;
}

function has(frame: unknown, pointer: string): boolean {
  const reading = readPointer(frame, pointer);
  return reading.found && reading.value !== null;
}
