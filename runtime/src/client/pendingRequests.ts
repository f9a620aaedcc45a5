import type { ReplyDescriptor } from "../conversation.ts";
import { answers, type NamedFrame } from "../correlation.ts";
import type { WirepactError } from "../wirepactError.ts";
import type { Arrived } from "./frameCodec.ts";

/** What is to happen to whoever waits for an answer. */
export interface Asker {
  readonly answered: (answer: Arrived, isError: boolean) => void;
  readonly failed: (error: WirepactError) => void;
}

/** A request that was sent and not answered. */
export interface Pending {
  readonly pair: ReplyDescriptor;
  readonly frame: unknown;
  /** Undefined once it was given up: its late answer must still not reach another. */
  asker: Asker | undefined;
  /** Whether an answer that may have been its own went to one that was given up. */
  robbed: boolean;
}

/** Requests in the order in which they were sent; an answer is for the oldest that it can answer. */
export class PendingRequests {
  readonly #requests = new Set<Pending>();
  readonly #answering: ReadonlySet<string>;
  readonly #limit: number;
  #live = 0;

  constructor(pairs: readonly ReplyDescriptor[], limit: number) {
    this.#answering = new Set(pairs.flatMap(({ replies, errors }) => [...replies, ...errors]));
    this.#limit = limit;
  }

  /** How many are waited for. */
  get size(): number {
    return this.#live;
  }

  /** Notes a request that is about to be sent. */
  add(pair: ReplyDescriptor, frame: unknown, asker: Asker): Pending {
    const pending: Pending = { pair, frame, asker, robbed: false };
    this.#requests.add(pending);
    this.#live += 1;
    return pending;
  }

  /** Gives a message to the request that it answers; false where it answers none. */
  answer(answer: Arrived): boolean {
    const answered = this.#take(answer);
    answered?.asker?.answered(answer, answered.pair.errors.includes(answer.message));
    return answered !== undefined;
  }

  /** Fails the request whose answer came, and breaks the contract: no other will come. */
  spoil(answer: NamedFrame, error: WirepactError): void {
    this.#take(answer)?.asker?.failed(error);
  }

  /**
   * Stops waiting. The request keeps its place, so that an answer that comes late is not taken for that of a younger one;
   * unless its own answer seems to have been taken that way, or a server that left out one answer would never be in step again.
   */
  giveUp(pending: Pending): void {
    if (!this.#requests.has(pending) || pending.asker === undefined) return;
    this.#live -= 1;
    pending.asker = undefined;
    if (pending.robbed) this.#requests.delete(pending);
    if (this.#requests.size - this.#live > this.#limit) this.#forgetOldest();
  }

  /** Forgets a request whose answer will not come any more, not even late. */
  remove(pending: Pending): void {
    if (!this.#requests.delete(pending) || pending.asker === undefined) return;
    this.#live -= 1;
    pending.asker = undefined;
  }

  /** Fails all: with their connection, no answer can come. */
  failAll(error: WirepactError): void {
    const requests = [...this.#requests];
    this.#requests.clear();
    this.#live = 0;
    for (const { asker } of requests) asker?.failed(error);
  }

  /** Takes the request that an answer is for; none of those that were given up. */
  #take(answer: NamedFrame): Pending | undefined {
    if (!this.#answering.has(answer.message)) return undefined;
    const oldest = this.#oldest(answer);
    if (oldest === undefined) return undefined;
    this.#requests.delete(oldest);
    if (oldest.asker === undefined) this.#suspectRobbery(answer);
    else this.#live -= 1;
    return oldest;
  }

  #oldest(answer: NamedFrame): Pending | undefined {
    for (const pending of this.#requests) {
      if (answers(pending.pair, pending.frame, answer)) return pending;
    }
    return undefined;
  }

  #suspectRobbery(answer: NamedFrame): void {
    for (const pending of this.#requests) {
      if (pending.asker === undefined || !answers(pending.pair, pending.frame, answer)) continue;
      pending.robbed = true;
      return;
    }
  }

  #forgetOldest(): void {
    for (const pending of this.#requests) {
      if (pending.asker !== undefined) continue;
      this.#requests.delete(pending);
      return;
    }
  }
}
