import { initialTopics, topicsAt } from "../topicLaws.ts";
import type { Limits } from "./limits.ts";
import type { Plan } from "./plan.ts";
import type { PreparedFrame } from "./prepare.ts";

/** A message that changes topics, from its arrival on. */
interface Change {
  readonly adds: boolean;
  readonly names: readonly string[];
  state: "asked" | "done" | "refused";
}

/**
 * The topics that one connection hears. A change counts once its handler has not refused it, and in the order in which changes
 * came, whichever handler is through first. Meanwhile messages of a topic that is asked for are held: lost to nobody who may hear
 * them, and told to nobody else.
 */
export class Subscriptions {
  readonly #plan: Plan;
  readonly #limits: Limits;
  /** Topics without the changes that are not settled, nor those after them. */
  readonly #settled: Set<string>;
  readonly #topics: Set<string>;
  readonly #changes = new Map<unknown, Change>();
  readonly #overflow: () => void;
  #held: PreparedFrame[] = [];

  constructor(plan: Plan, limits: Limits, overflow: () => void) {
    this.#overflow = overflow;
    this.#plan = plan;
    this.#limits = limits;
    this.#settled = initialTopics(plan.definition.contract.topics);
    this.#topics = new Set(this.#settled);
  }

  get topics(): ReadonlySet<string> {
    return this.#topics;
  }

  /** Whether the connection hears a message: it belongs to no topic, or to one of its own. */
  hears(message: string): boolean {
    const gates = this.#plan.gates.get(message);
    return gates === undefined || gates.some((topic) => this.#topics.has(topic));
  }

  /** Keeps a message that the connection may hear soon; false where it may not, or too much is kept. */
  hold(frame: PreparedFrame): boolean {
    const gates = this.#plan.gates.get(frame.message) ?? [];
    const asked = [...this.#changes.values()].some(({ adds, names }) => adds && gates.some((topic) => names.includes(topic)));
    if (!asked) return false;
    const isFull = this.#held.length >= this.#limits.pending;
    // A gap in what is heard would go unnoticed; a connection that is lost is made again.
    if (isFull) this.#overflow();
    else this.#held.push(frame);
    return !isFull;
  }

  /** Whether a message asks for no more topics than the limits allow. */
  allows(message: string, frame: unknown): boolean {
    const words = this.#plan.definition.contract.topics;
    if (words === undefined || message !== words.subscribe) return true;
    const names = topicsAt(frame, words.pointer);
    const asked = [...this.#changes.values()].flatMap((change) => (change.adds ? change.names : []));
    const wanted = new Set([...this.#topics, ...asked, ...names]);
    return wanted.size <= this.#limits.subscriptions && names.every((name) => name.length <= this.#limits.topic);
  }

  /** Takes note of a message that changes topics; `call` is what it is settled by. */
  ask(call: unknown, message: string, frame: unknown): void {
    const words = this.#plan.definition.contract.topics;
    if (words === undefined || (message !== words.subscribe && message !== words.unsubscribe)) return;
    const names = topicsAt(frame, words.pointer);
    this.#changes.set(call, { adds: message === words.subscribe, names, state: "asked" });
  }

  /** Lets a change count, or not. Gives the messages that were held for it. */
  settle(call: unknown, state: "done" | "refused"): readonly PreparedFrame[] {
    const change = this.#changes.get(call);
    if (change === undefined) return [];
    change.state = state;
    this.#count();
    const held = this.#held;
    this.#held = [];
    return held;
  }

  #count(): void {
    this.#topics.clear();
    let isSettled = true;
    const topics = new Set(this.#settled);
    for (const [call, change] of this.#changes) {
      isSettled &&= change.state !== "asked";
      if (change.state === "done") apply(topics, change);
      if (!isSettled) continue;
      if (change.state === "done") apply(this.#settled, change);
      this.#changes.delete(call);
    }
    for (const topic of topics) this.#topics.add(topic);
  }
}

function apply(topics: Set<string>, { adds, names }: Change): void {
  for (const name of names) {
    if (adds) topics.add(name);
    else topics.delete(name);
  }
}
