import { FrameError } from "../error.ts";
import type { IncomingFrame } from "../wire.ts";
import type { Connection } from "./connection.ts";
import { type DecodedFrame, decodeFrame, isWrongKind, sizeOf } from "./decode.ts";
import { type Failure, failureOf } from "./failure.ts";
import type { Host } from "./host.ts";
import { isThenable } from "./settle.ts";
import { Throttle } from "./throttle.ts";

/** The way in from one peer: one frame after the other, each decoded, measured, parsed and proven before its call. */
export class Inbox {
  readonly #host: Host;
  readonly #connection: Connection;
  readonly #throttle: Throttle;
  #held: Arrival[] = [];
  #heldBytes = 0;
  /** Whether frames have to wait: for the opening message, or for the proof of the one before. */
  #waiting = true;
  /** How many frames over the rate there were more than frames within it. */
  #overRate = 0;

  constructor(host: Host, connection: Connection) {
    this.#host = host;
    this.#connection = connection;
    this.#throttle = new Throttle(host.clock, host.limits.rate, host.limits.burst);
  }

  receive(incoming: IncomingFrame): void {
    const arrival = { incoming, isOverRate: this.#isOverRate() };
    if (this.#overRate > this.#host.limits.burst) return this.#connection.close(1008, "too many messages");
    if (this.#waiting) this.#hold(arrival);
    else this.#take(arrival);
  }

  /** Lets frames through, those that waited first. */
  open(): void {
    this.#waiting = false;
    while (!this.#waiting) {
      const arrival = this.#held.shift();
      if (arrival === undefined) return;
      this.#heldBytes -= sizeOf(arrival.incoming);
      this.#take(arrival);
    }
  }

  /** Forgets what waits. */
  close(): void {
    this.#waiting = true;
    this.#held = [];
  }

  #isOverRate(): boolean {
    const isOver = !this.#throttle.take();
    this.#overRate = Math.max(0, this.#overRate + (isOver ? 1 : -1));
    if (isOver) this.#host.counts.throttled += 1;
    return isOver;
  }

  #hold(arrival: Arrival): void {
    this.#held.push(arrival);
    this.#heldBytes += sizeOf(arrival.incoming);
    const { inbound } = this.#host.limits;
    if (this.#heldBytes > inbound) this.#connection.close(1008, "too much at once");
  }

  #take({ incoming, isOverRate }: Arrival): void {
    const { definition } = this.#host.plan;
    const decoded = decodeFrame(definition, incoming, this.#host.limits.nesting);
    if (decoded instanceof FrameError) return this.#refuse(decoded);
    const parsed = definition.parse(decoded.frame, decoded.encoding);
    if (!parsed.ok) return this.#invalid(parsed.error, decoded);
    if (isOverRate) return this.#connection.calls.refuse(parsed.message, parsed.value, TOO_MANY);
    this.#prove(parsed.message, parsed.value);
  }

  #prove(message: string, frame: unknown): void {
    const { frameCheck } = this.#host;
    if (frameCheck === undefined) return this.#connection.calls.take(message, frame);
    const good = (proof: unknown) => this.#proven(message, frame, proof);
    const bad = (error: unknown) => this.#unproven(message, frame, error);
    try {
      const proof = frameCheck(frame, this.#connection.request);
      if (isThenable(proof)) this.#await(proof, good, bad);
      else good(proof);
    } catch (error) {
      bad(error);
    }
  }

  /** Frames keep their order: the next ones wait until this one is judged. */
  #await(proof: PromiseLike<unknown>, good: (proof: unknown) => void, bad: (error: unknown) => void): void {
    this.#waiting = true;
    Promise.resolve(proof)
      .then(good, bad)
      .catch((error: unknown) => this.#host.report(error, this.#connection))
      .finally(() => this.#connection.isOpen && this.open());
  }

  #proven(message: string, frame: unknown, proof: unknown): void {
    if (!this.#connection.isOpen) return;
    if (this.#connection.prove(proof)) this.#connection.calls.take(message, frame);
    else this.#connection.calls.refuse(message, frame, OTHER_PROOF);
  }

  #unproven(message: string, frame: unknown, error: unknown): void {
    if (!this.#connection.isOpen) return;
    this.#host.unproven(error, this.#connection);
    this.#connection.calls.refuse(message, frame, NO_PROOF);
  }

  #invalid(error: FrameError, { frame }: DecodedFrame): void {
    this.#host.counts.invalidFrames += 1;
    this.#connection.calls.refuse(error.messageName, frame, failureOf(error));
  }

  /** A frame that could not be decoded is answered by the protocol's error; without one, it is the end. */
  #refuse(error: FrameError): void {
    this.#host.counts.invalidFrames += 1;
    if (this.#connection.calls.tell(failureOf(error))) return;
    this.#connection.close(isWrongKind(error) ? 1003 : 1007, failureOf(error).text);
  }
}

/** A frame as it came, and whether there were too many before it. */
interface Arrival {
  readonly incoming: IncomingFrame;
  readonly isOverRate: boolean;
}

const TOO_MANY: Failure = { kind: "failed", text: "too many messages" };
const NO_PROOF: Failure = { kind: "failed", text: "authentication failed" };
const OTHER_PROOF: Failure = { kind: "failed", text: "this connection belongs to somebody else" };
