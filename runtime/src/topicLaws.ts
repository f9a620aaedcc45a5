import type { TopicsDescriptor } from "./conversation.ts";
import { type Pointer, readPointer } from "./pointer.ts";

/** The topics that a frame lists; what is no name is left out. */
export function topicsAt(frame: unknown, pointer: Pointer): string[] {
  const reading = readPointer(frame, pointer);
  if (!reading.found || !Array.isArray(reading.value)) return [];
  return reading.value.filter((topic): topic is string => typeof topic === "string");
}

/** The topics that every connection hears from its start. */
export function initialTopics(topics: TopicsDescriptor | undefined): Set<string> {
  return new Set(topics?.topics.filter(({ initial }) => initial).map(({ name }) => name));
}

/** Topics that open the way for a message, by the message. */
export function gatesOf(topics: TopicsDescriptor | undefined): Map<string, readonly string[]> {
  const gates = new Map<string, string[]>();
  for (const { name, messages } of topics?.topics ?? []) {
    for (const message of messages) gates.set(message, [...(gates.get(message) ?? []), name]);
  }
  return gates;
}
