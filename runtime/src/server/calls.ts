import { onAbort } from "../aborting.ts";
import { Answers, type OpenRequest } from "./answers.ts";
import { bodyOfCall, type Call, frameOf, isMissing, mostOpen, outgoingOf, repeatedIn, repeatedInStream } from "./call.ts";
import type { Connection } from "./connection.ts";
import { errorFrame, type Failure, INTERNAL, isRejection, thrownFrame } from "./failure.ts";
import type { Host } from "./host.ts";
import { type PreparedFrame, prepare } from "./prepare.ts";
import { settle } from "./settle.ts";
import { isAsyncIterable, pumpStream } from "./stream.ts";
import { StreamProgress } from "./streamProgress.ts";
import { StreamTurns } from "./streamTurns.ts";

/** What the messages of one connection set going: handlers, their answers in order, and their streams. */
export class Calls {
  readonly #host: Host;
  readonly #connection: Connection;
  readonly #answers: Answers;
  readonly #turns: StreamTurns;
  readonly #open = new Set<Call>();
  #whenIdle: (() => void)[] = [];

  constructor(host: Host, connection: Connection) {
    this.#host = host;
    this.#connection = connection;
    this.#answers = new Answers((frame) => this.#deliver(frame));
    this.#turns = new StreamTurns(host.plan);
  }

  /** How many are going on. */
  get size(): number {
    return this.#open.size;
  }

  /** Handles a message that a client sent. */
  take(message: string, frame: unknown): void {
    const heard = this.#connection.hear({ message, frame });
    if (heard === "answered" || heard === "stray") return;
    if (heard === "refused") return this.refuse(message, frame, TOO_MANY_TOPICS);
    if (this.#connection.isDraining) return this.refuse(message, frame, CLOSING);
    if (isMissing(this.#host, message)) return this.refuse(message, frame, UNHANDLED);
    if (this.#open.size >= mostOpen(this.#host, message)) return this.#overloaded(message, frame);
    const call = this.#note(message, frame);
    this.#open.add(call);
    this.#connection.asks(call);
    this.#turns.take(call, () => this.#run(call));
  }

  /** Answers a message, if it is one, by the protocol's error without handling it; in its order, as clients take errors for answers. */
  refuse(message: string | null, frame: unknown, failure: Failure): void {
    const call = this.#note(message ?? "", frame);
    this.#answer(call, this.#told(call, failure));
    this.#bound();
  }

  /** Says by the protocol's error what was wrong with a frame that is no message; false where the contract has none. */
  tell(failure: Failure): boolean {
    const frame = errorFrame(this.#host.plan, failure);
    if (frame === undefined) return false;
    this.#answers.say(frame);
    this.#bound();
    return true;
  }

  /** Resolves when nothing is going on any more. */
  idle(): Promise<void> {
    return this.#open.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** The connection is at its end: what still runs runs into nothing. */
  close(): void {
    this.#answers.clear();
    this.#turns.clear();
    this.#open.clear();
    this.#rest();
  }

  #note(message: string, frame: unknown): Call {
    const pair = this.#host.plan.pairs.get(message);
    return { message, frame, request: pair === undefined ? undefined : this.#answers.open(pair, frame) };
  }

  #overloaded(message: string, frame: unknown): void {
    this.#host.counts.overloaded += 1;
    this.refuse(message, frame, TOO_MANY_REQUESTS);
  }

  #run(call: Call): void {
    const { handlerOf, resources } = this.#host;
    const handle = () => handlerOf(call.message)?.(bodyOfCall(this.#host, call), this.#connection);
    const run = () => (resources === undefined ? handle() : resources.use(this.#connection, call.frame, handle));
    settle(
      run,
      (value) => this.#handled(call, value),
      (error) => this.#failed(call, error),
    );
  }

  #handled(call: Call, value: unknown): void {
    if (isAsyncIterable(value)) return this.#stream(call, value);
    if (!this.#open.has(call)) return;
    this.#connection.switchEncoding(call);
    this.#answer(call, this.#writable(frameOf(this.#host, call, value)));
    this.#end(call);
  }

  #stream(call: Call, items: AsyncIterable<unknown>): void {
    const progress = new StreamProgress(this.#host.plan, call);
    const line = {
      signal: this.#connection.signal,
      send: (item: unknown) => this.#item(call, item, progress),
      isBehind: () => this.#connection.isBehind,
      clock: this.#host.clock,
      done: () => this.#handledStream(call, progress),
      failed: (error: unknown) => this.#failedStream(call, error, progress),
      report: (error: unknown) => this.#host.report(error, this.#connection, call.message),
    };
    pumpStream(items, line);
  }

  /** Sends one item of a stream. The reply of the pair comes first: among the items, or as the stub fills it. */
  #item(call: Call, item: unknown, progress: StreamProgress): Promise<void> | undefined {
    const tuple = outgoingOf(this.#host, item);
    if (tuple === undefined) throw new TypeError(`a stream of ${call.message} gives [name, fields] of a message of the server`);
    const { request } = call;
    const isOpen = request !== undefined && this.#answers.isOpen(request);
    const isReply = isOpen && [...request.pair.replies, ...request.pair.errors].includes(tuple[0]);
    const own = prepare(
      this.#host.plan,
      tuple[0],
      tuple[1],
      isReply ? repeatedIn(this.#host, call) : repeatedInStream(this.#host, call, tuple[0]),
    );
    const first = isReply || !isOpen ? own : frameOf(this.#host, call, undefined);
    const after = isReply ? () => undefined : () => void this.#connection.deliver(own);
    progress.sent(own);
    if (isOpen) return this.#answerFirst(request, this.#writable(first), after);
    after();
    return undefined;
  }

  /** Answers a request; what comes after it, and the next item, wait until the answer has left or nobody is there to get it. */
  #answerFirst(request: OpenRequest, frame: PreparedFrame | undefined, after: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = onAbort(this.#connection.signal, resolve);
      const sent = () => {
        leave();
        settle(after, () => resolve(), reject);
      };
      this.#answers.answer(request, frame, sent);
    });
  }

  /** A generator is through. Who waits for an end that it did not give would wait for ever. */
  #handledStream(call: Call, progress: StreamProgress): void {
    const missing = progress.missing();
    if (missing !== undefined) return this.#failedStream(call, missing, progress);
    if (call.request !== undefined && this.#answers.isOpen(call.request)) return this.#handled(call, undefined);
    this.#end(call);
  }

  /** Once it has begun, the protocol's error alone does not say which stream has failed: its own end does, where there is one. */
  #failedStream(call: Call, error: unknown, progress: StreamProgress): void {
    const hasBegun = call.request === undefined || !this.#answers.isOpen(call.request);
    const end = hasBegun && this.#open.has(call) ? progress.failedEnd() : undefined;
    this.#failed(call, error);
    if (end !== undefined) this.#connection.deliver(end);
  }

  #failed(call: Call, error: unknown): void {
    if (!isRejection(error)) this.#unexpected(error, call.message);
    if (!this.#open.has(call)) return;
    this.#answer(call, this.#errorFor(call, error));
    this.#end(call, "refused");
  }

  #errorFor(call: Call, error: unknown): PreparedFrame | undefined {
    const { plan } = this.#host;
    if (!isRejection(error)) return this.#told(call, INTERNAL);
    try {
      return this.#writable(thrownFrame(plan, error, call.request?.pair.errors[0], repeatedIn(this.#host, call)));
    } catch (invalid) {
      this.#unexpected(invalid, call.message);
      return this.#told(call, INTERNAL);
    }
  }

  /** The protocol's error for a call. What it repeats of the request is the peer's, and may be what this encoding cannot write. */
  #told(call: Call, failure: Failure): PreparedFrame | undefined {
    const { plan } = this.#host;
    try {
      return this.#writable(errorFrame(plan, failure, repeatedIn(this.#host, call)));
    } catch {
      return errorFrame(plan, failure);
    }
  }

  /** A frame that can be written. Found out now, while whoever made it can still be told; an answer may wait for its turn. */
  #writable(frame: PreparedFrame | undefined): PreparedFrame | undefined {
    frame?.encode(this.#connection.encoding);
    return frame;
  }

  /** Sends an answer, in whose turn nobody is there to be told that it cannot be written: the encoding may have changed since. */
  #deliver(frame: PreparedFrame): void {
    try {
      this.#connection.deliver(frame);
    } catch (error) {
      this.#unexpected(error, frame.message);
      this.tell(INTERNAL);
    }
  }

  #unexpected(error: unknown, message: string): void {
    this.#host.counts.failures += 1;
    this.#host.report(error, this.#connection, message);
  }

  #answer({ request }: Call, frame: PreparedFrame | undefined): void {
    if (request !== undefined && this.#answers.isOpen(request)) this.#answers.answer(request, frame);
    else if (frame !== undefined) {
      this.#answers.say(frame);
      this.#bound();
    }
  }

  /** What waits for its turn has an end. */
  #bound(): void {
    if (this.#answers.size > 2 * this.#host.limits.pending) this.#connection.close(1008, "too many requests");
  }

  #end(call: Call, state: "done" | "refused" = "done"): void {
    if (!this.#open.delete(call)) return;
    this.#connection.settle(call, state);
    this.#turns.end(call);
    if (this.#open.size === 0) this.#rest();
  }

  #rest(): void {
    const told = this.#whenIdle;
    this.#whenIdle = [];
    for (const tell of told) tell();
  }
}

const TOO_MANY_TOPICS: Failure = { kind: "failed", text: "too many subscriptions" };
const TOO_MANY_REQUESTS: Failure = { kind: "failed", text: "too many requests are pending" };
const UNHANDLED: Failure = { kind: "failed", text: "this server has no handler for it" };
const CLOSING: Failure = { kind: "failed", text: "the server is closing" };
