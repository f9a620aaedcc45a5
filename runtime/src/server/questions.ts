import { onAbort } from "../aborting.ts";
import type { Clock } from "../clock.ts";
import { bodyOf } from "../compose.ts";
import type { ReplyDescriptor } from "../conversation.ts";
import { answers, type NamedFrame } from "../correlation.ts";
import { WirepactError } from "../wirepactError.ts";
import type { Plan } from "./plan.ts";
import type { AskOptions } from "./session.ts";

/** How long a client may take for an answer, where nothing says otherwise. */
const TIMEOUT = 30_000;

/** What the server has asked one client, and waits for. Answers are matched within this connection alone. */
export class Questions {
  readonly #plan: Plan;
  readonly #clock: Clock;
  readonly #open = new Set<Question>();

  constructor(plan: Plan, clock: Clock) {
    this.#plan = plan;
    this.#clock = clock;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Waits for the answer to a frame that is about to be sent. */
  ask(pair: ReplyDescriptor, frame: unknown, { timeout = TIMEOUT, signal }: AskOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const fail = (error: WirepactError) => this.#end(question, () => reject(error));
      const giveUp = () => fail(new WirepactError("aborted", `${pair.request} was given up`));
      const cancel = this.#clock.after(timeout, () => fail(new WirepactError("timeout", `no answer to ${pair.request}`)));
      const release = signal === undefined ? () => undefined : onAbort(signal, giveUp);
      const question: Question = { pair, frame, resolve, fail, cancel, release };
      this.#open.add(question);
      if (signal?.aborted === true) giveUp();
    });
  }

  /** Hands an answer to the oldest question that it fits; false where nobody waits for it. */
  hear(answer: NamedFrame): boolean {
    for (const question of this.#open) {
      if (!answers(question.pair, question.frame, answer)) continue;
      const message = this.#plan.client.get(answer.message);
      const body = message === undefined ? undefined : bodyOf(message, answer.frame);
      this.#end(question, () => question.resolve(body));
      return true;
    }
    return false;
  }

  /** The connection is gone: whoever waits is told. */
  close(): void {
    for (const question of this.#open) question.fail(new WirepactError("closed", "the connection closed before the answer came"));
  }

  #end(question: Question, settle: () => void): void {
    if (!this.#open.delete(question)) return;
    question.cancel();
    question.release();
    settle();
  }
}

interface Question {
  readonly pair: ReplyDescriptor;
  readonly frame: unknown;
  readonly resolve: (body: unknown) => void;
  readonly fail: (error: WirepactError) => void;
  /** Stops waiting. */
  readonly cancel: () => void;
  /** Stops listening to the caller's signal. */
  readonly release: () => void;
}
