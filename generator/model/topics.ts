import type { TopicsDescriptor } from "@wirepact/runtime";
import type { Root } from "./root.ts";

/** Reads the topics: what a client hears only while subscribed. */
export function readTopics({ topics }: Root): TopicsDescriptor | null {
  if (topics === undefined) return null;
  const { subscribe, unsubscribe, pointer } = topics;
  const named = Object.entries(topics.topics).map(([name, { messages, initial = false }]) => ({ name, messages, initial }));
  return { subscribe, unsubscribe, pointer, topics: named };
}
