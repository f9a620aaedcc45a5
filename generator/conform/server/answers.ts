import type { Contract } from "../../model/contract.ts";

/** Remembers, over all connections of a run, whether the server has ever done what it was asked to. */
export class Answers {
  readonly #requests: ReadonlySet<string>;
  readonly #successes: ReadonlySet<string>;
  #isAsked = false;
  #isAnswered = false;

  constructor(contract: Contract) {
    const { replies, session } = contract;
    const errors = errorsOf(contract);
    const streams = session.streams.flatMap(({ items, ends }) => [...items, ...ends.map(({ message }) => message)]);
    const told = [...replies.flatMap((pair) => pair.replies), ...streams];
    this.#requests = new Set([...replies.map(({ request }) => request), ...session.streams.map(({ start }) => start)]);
    this.#successes = new Set(told.filter((name) => !errors.has(name)));
  }

  /** Whether something was asked, and nothing of it was ever done. */
  get isNone(): boolean {
    return this.#isAsked && !this.#isAnswered;
  }

  /** Takes note of a legal message of the client. */
  ask(message: string): void {
    if (this.#requests.has(message)) this.#isAsked = true;
  }

  /** Takes note of a legal message of the server. */
  hear(message: string): void {
    if (this.#successes.has(message)) this.#isAnswered = true;
  }
}

/** Messages that say that something failed. */
export function errorsOf({ replies, session }: Contract): ReadonlySet<string> {
  const general = session.errors === null ? [] : [session.errors.message];
  return new Set([...general, ...replies.flatMap(({ errors }) => errors)]);
}
