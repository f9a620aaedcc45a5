import type { NamedFrame } from "../correlation.ts";
import { RunningStreams } from "../runningStreams.ts";
import { endsStream, type StreamState } from "../streamLaws.ts";
import type { WirepactError } from "../wirepactError.ts";
import type { Arrived } from "./frameCodec.ts";

/** A stream that was started and has not ended, whether or not anybody still reads it. */
export interface RunningStream extends StreamState {
  readonly taken: (arrived: Arrived, isLast: boolean) => void;
  readonly failed: (error: WirepactError) => void;
}

/** The streams of a client, and who reads each. */
export class StreamTable {
  readonly #streams = new RunningStreams<RunningStream>();

  /** How many run. */
  get size(): number {
    return this.#streams.size;
  }

  /** Notes a stream whose start is about to be sent. */
  add(stream: Omit<RunningStream, "key">): RunningStream {
    const running = { ...stream, key: undefined };
    this.#streams.add(running);
    return running;
  }

  /** Forgets a stream that will not run. */
  remove(stream: RunningStream): void {
    this.#streams.remove(stream);
  }

  /** Takes the name that the reply gives a stream. */
  learn(stream: RunningStream, reply: unknown): void {
    this.#streams.learn(stream, reply);
  }

  /** Gives a message to its stream: one that it names, or else the oldest that it may belong to. */
  route(arrived: Arrived): void {
    const stream = this.#streams.take(arrived);
    if (stream === undefined) return;
    const isLast = endsStream(stream.descriptor, arrived);
    if (isLast) this.#streams.finish(stream);
    stream.taken(arrived, isLast);
  }

  /** Fails the stream whose end came, and breaks the contract: no other will come. */
  spoil(broken: NamedFrame, error: WirepactError): void {
    const stream = this.#streams.find(broken);
    if (stream === undefined || !endsStream(stream.descriptor, broken)) return;
    this.#streams.finish(stream);
    stream.failed(error);
  }

  /** Fails all: with their connection, no message of theirs can come. */
  failAll(error: WirepactError): void {
    for (const { failed } of this.#streams.clear()) failed(error);
  }
}
