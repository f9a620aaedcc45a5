import { agree, type NamedFrame } from "../correlation.ts";
import { RunningStreams } from "../runningStreams.ts";
import { endsStream, has, type StreamState } from "../streamLaws.ts";
import type { WirepactError } from "../wirepactError.ts";
import type { Arrived } from "./frameCodec.ts";

/** A stream that was started and has not ended, whether or not anybody still reads it. */
export interface RunningStream extends StreamState {
  /** Whether the contract's general error refuses it: no reply pair of its start says how it is refused. */
  readonly isRefusable: boolean;
  /** Whether a message of it has come. */
  readonly wasHeard: () => boolean;
  readonly refused: (arrived: Arrived) => void;
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

  /** Gives a message to its stream: one that it names, or else the oldest that it may belong to. False where there is none. */
  route(arrived: Arrived): boolean {
    const stream = this.#streams.take(arrived);
    if (stream === undefined) return false;
    const isLast = endsStream(stream.descriptor, arrived);
    if (isLast) this.#streams.finish(stream);
    stream.taken(arrived, isLast);
    return true;
  }

  /**
   * Gives the contract's error, which answered no request, to the stream that it refuses or ends: one that it names at any time, and
   * without a name the oldest of which nothing has come, for afterwards it may be about anything.
   */
  refuse(error: Arrived): void {
    const possible = [...this.#streams].filter(
      ({ isRefusable, descriptor, frame }) => isRefusable && agree(descriptor.match, frame, error.frame),
    );
    const stream =
      possible.find(({ descriptor }) => descriptor.match.some(([, answered]) => has(error.frame, answered))) ??
      possible.find(({ wasHeard }) => !wasHeard());
    if (stream === undefined) return;
    this.#streams.finish(stream);
    stream.refused(error);
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
