import { initialTopics, topicsAt } from "../topicLaws.ts";
import type { Limits } from "./limits.ts";
import type { Plan } from "./plan.ts";

/** The topics that one connection hears. */
export class Subscriptions {
  readonly #plan: Plan;
  readonly #limits: Limits;
  readonly #topics: Set<string>;

  constructor(plan: Plan, limits: Limits) {
    this.#plan = plan;
    this.#limits = limits;
    this.#topics = initialTopics(plan.definition.contract.topics);
  }

  get topics(): ReadonlySet<string> {
    return this.#topics;
  }

  /** Whether the connection hears a message: it belongs to no topic, or to one of its own. */
  hears(message: string): boolean {
    const gates = this.#plan.gates.get(message);
    return gates === undefined || gates.some((topic) => this.#topics.has(topic));
  }

  /** Follows a message that changes topics; false where it asks for more than the limits allow, and nothing has changed. */
  follow(message: string, frame: unknown): boolean {
    const words = this.#plan.definition.contract.topics;
    if (words === undefined) return true;
    if (message === words.unsubscribe) for (const topic of topicsAt(frame, words.pointer)) this.#topics.delete(topic);
    return message !== words.subscribe || this.#add(topicsAt(frame, words.pointer));
  }

  #add(names: readonly string[]): boolean {
    const wanted = new Set([...this.#topics, ...names]);
    if (wanted.size > this.#limits.subscriptions || names.some((name) => name.length > this.#limits.topic)) return false;
    for (const name of names) this.#topics.add(name);
    return true;
  }
}
