import type { ReplyDescriptor, StreamDescriptor } from "../conversation.ts";
import { mostAtATime } from "../streamLaws.ts";
import { WirepactError } from "../wirepactError.ts";
import type { CallParts, Outgoing } from "./calls.ts";
import type { Arrived } from "./frameCodec.ts";
import { MessageBuffer } from "./messageBuffer.ts";
import type { CallOptions } from "./options.ts";
import type { Parcel } from "./parcel.ts";
import { wait } from "./patience.ts";
import type { Pending } from "./pendingRequests.ts";
import { received, rejected, replyBody } from "./replyBody.ts";
import type { RunningStream } from "./streamTable.ts";

/** What a stream is started with. */
export interface StreamStart {
  readonly outgoing: Outgoing;
  readonly descriptor: StreamDescriptor;
  readonly pair: ReplyDescriptor | undefined;
  readonly options: CallOptions;
}

/** One stream from its call to its end: it waits in line, is sent, answered, and read. */
export class StreamCall {
  /** What the caller reads. */
  readonly buffer: MessageBuffer;
  readonly #parts: CallParts;
  readonly #start: StreamStart;
  readonly #parcel: Parcel;
  #reply: { readonly resolve: (body: unknown) => void; readonly reject: (error: WirepactError) => void } | undefined;
  #running: RunningStream | undefined;
  #pending: Pending | undefined;
  #wasHeard = false;
  #stopSignal = () => {};
  #stopTimer = () => {};
  #leaveLine = () => {};
  #release: (() => void) | undefined;

  constructor(parts: CallParts, start: StreamStart) {
    this.#parts = parts;
    this.#start = start;
    this.#parcel = { ...start.outgoing, leaving: (frame) => this.#leaving(frame), failed: (error) => this.fail(error) };
    const reply = new Promise<unknown>((resolve, reject) => {
      // A pair of errors alone has nothing to say of a start that went well.
      if (start.pair === undefined || start.pair.replies.length === 0) resolve(undefined);
      else this.#reply = { resolve, reject };
    });
    this.buffer = new MessageBuffer(parts.settings.streamBuffer, reply, () => this.#tidy());
  }

  /** Gets in line, or begins at once. */
  start(): void {
    const { descriptor, options } = this.#start;
    const { clock, slots, settings } = this.#parts;
    const subject = descriptor.start;
    const untilSignal = { timeout: Number.POSITIVE_INFINITY, signal: options.signal, subject };
    this.#stopSignal = wait(clock, untilSignal, (error) => this.#giveUp(error));
    // Time in line counts: who calls cannot tell it from time at the server.
    const timeout = options.timeout ?? settings.requestTimeout;
    this.#stopTimer = wait(clock, { timeout, subject }, (error) =>
      this.#late(this.#release === undefined ? noTurn(subject, timeout) : error),
    );
    this.#leaveLine = slots.take(descriptor.start, mostAtATime(descriptor), () => this.#begin());
  }

  /** Ends it with an error: nothing of it will come. */
  fail(error: WirepactError): void {
    this.buffer.end(error);
    this.#settleReply()?.reject(error);
    this.#over();
  }

  #begin(): void {
    const { descriptor } = this.#start;
    const { slots, outbox } = this.#parts;
    this.#release = () => slots.release(descriptor.start);
    try {
      outbox.post(this.#parcel);
    } catch (error) {
      // The outbox throws nothing else.
      this.fail(error as WirepactError);
    }
  }

  #leaving(frame: unknown): void {
    const { descriptor, pair } = this.#start;
    const { streams, requests } = this.#parts;
    this.#running = streams.add({
      descriptor,
      frame,
      isRefusable: pair === undefined,
      wasHeard: () => this.#wasHeard,
      refused: (error) => this.fail(rejected(descriptor.start, error, this.#parts.errors)),
      taken: (arrived, isLast) => this.#taken(arrived, isLast),
      failed: (error) => this.fail(error),
    });
    if (pair === undefined) return;
    this.#pending = requests.add(pair, frame, {
      answered: (answer, isError) => this.#answered(pair, answer, isError),
      failed: (error) => this.fail(error),
    });
  }

  #answered(pair: ReplyDescriptor, answer: Arrived, isError: boolean): void {
    this.#stopTimer();
    if (isError) {
      if (this.#running !== undefined) this.#parts.streams.remove(this.#running);
      return this.fail(rejected(pair.request, answer, this.#parts.errors));
    }
    if (this.#running !== undefined) this.#parts.streams.learn(this.#running, answer.frame);
    this.#settleReply()?.resolve(replyBody(pair, answer));
    this.#tidy();
  }

  #taken(arrived: Arrived, isLast: boolean): void {
    this.#wasHeard = true;
    if (this.#reply === undefined) this.#stopTimer();
    this.buffer.push(received(arrived));
    if (isLast) this.#ended();
  }

  /** An answer that did not come before the end does not come after it. */
  #ended(): void {
    this.buffer.end();
    if (this.#pending !== undefined) this.#parts.requests.remove(this.#pending);
    this.#settleReply()?.reject(
      new WirepactError("timeout", `${this.#start.descriptor.start}: its stream ended without an answer`),
    );
    this.#tidy();
    this.#release?.();
    this.#release = undefined;
  }

  /** Neither an answer nor a message came in time; or messages came, and only the answer did not. */
  #late(error: WirepactError): void {
    this.#settleReply()?.reject(error);
    if (this.#pending !== undefined) this.#parts.requests.giveUp(this.#pending);
    if (!this.#wasHeard) this.#giveUp(error);
    this.#tidy();
  }

  /** Stops listening. What was sent runs on at the server, and keeps its place here until it ends. */
  #giveUp(error: WirepactError): void {
    if (this.#pending !== undefined) this.#parts.requests.giveUp(this.#pending);
    this.buffer.end(error);
    this.#settleReply()?.reject(error);
    if (this.#running === undefined) this.#over();
    else this.#tidy();
  }

  #over(): void {
    this.#leaveLine();
    this.#parts.outbox.withdraw(this.#parcel);
    this.#tidy();
    this.#release?.();
    this.#release = undefined;
  }

  #settleReply() {
    const reply = this.#reply;
    this.#reply = undefined;
    return reply;
  }

  /** Once nobody reads and nobody waits for the answer, no timer and no listener stays. */
  #tidy(): void {
    if (!this.buffer.ended) return;
    if (this.#reply !== undefined) return;
    this.#stopTimer();
    this.#stopSignal();
  }
}

function noTurn(subject: string, timeout: number): WirepactError {
  return new WirepactError("timeout", `${subject}: others were under way, and its turn did not come within ${timeout} ms`);
}
