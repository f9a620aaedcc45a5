import type { Report } from "./report.ts";

type Handler = (...given: never[]) => unknown;

/** Handlers of one kind of event by name. A Map: names come from the peer. */
export class Listeners<Called extends Handler> {
  readonly #handlers = new Map<string, Set<{ readonly handler: Called }>>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Adds a handler, once for each call; returns how to remove it. */
  add(name: string, handler: Called): () => void {
    const entry = { handler };
    const entries = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, entries.add(entry));
    return () => {
      entries.delete(entry);
    };
  }

  /** Calls every handler of a name, in the order in which they were added. */
  emit(name: string, ...given: Parameters<Called>): void {
    const entries = this.#handlers.get(name);
    if (entries === undefined) return;
    for (const { handler } of [...entries]) this.#call(handler, given);
  }

  /** Forgets all. */
  clear(): void {
    this.#handlers.clear();
  }

  /** What a handler throws, now or as a rejection, is reported and goes no further. */
  #call(handler: Called, given: Parameters<Called>): void {
    try {
      const answer = handler(...given);
      if (answer instanceof Promise) answer.catch(this.#report);
    } catch (error) {
      this.#report(error);
    }
  }
}
