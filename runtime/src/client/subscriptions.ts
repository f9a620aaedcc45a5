import type { TopicsDescriptor } from "../conversation.ts";
import { initialTopics, topicsAt } from "../topicLaws.ts";

/** A message that brings a new connection to the topics of the one before. */
export interface TopicChange {
  readonly message: string;
  readonly topics: readonly string[];
}

/** The topics that the client asked to hear, against those that every connection hears at first. */
export class Subscriptions {
  readonly #descriptor: TopicsDescriptor | undefined;
  readonly #initial: ReadonlySet<string>;
  readonly #wanted: Set<string>;

  constructor(descriptor: TopicsDescriptor | undefined) {
    this.#descriptor = descriptor;
    this.#initial = initialTopics(descriptor);
    this.#wanted = new Set(this.#initial);
  }

  /** Notes what a message that was sent asks for. */
  sent(message: string, frame: unknown): void {
    if (this.#descriptor === undefined) return;
    const { subscribe, unsubscribe, pointer } = this.#descriptor;
    if (message !== subscribe && message !== unsubscribe) return;
    for (const topic of topicsAt(frame, pointer)) {
      if (message === subscribe) this.#wanted.add(topic);
      else this.#wanted.delete(topic);
    }
  }

  /** What a new connection has to be told. */
  changes(): TopicChange[] {
    if (this.#descriptor === undefined) return [];
    const { subscribe, unsubscribe } = this.#descriptor;
    return [
      { message: subscribe, topics: [...this.#wanted].filter((topic) => !this.#initial.has(topic)) },
      { message: unsubscribe, topics: [...this.#initial].filter((topic) => !this.#wanted.has(topic)) },
    ].filter(({ topics }) => topics.length > 0);
  }
}
