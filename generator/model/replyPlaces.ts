import { type Direction, escapeStep } from "@wirepact/runtime";
import { get, getObject } from "../json.ts";
import type { Contract } from "./contract.ts";
import { messagesOf, senderOf } from "./rawMessage.ts";
import { follow } from "./references.ts";

/** Where the document says what answers each request of a side: JSON Pointers to replies of operations, by the request's name. */
export function replyPlaces(
  { document, messages }: Pick<Contract, "document" | "messages">,
  side: Direction,
): ReadonlyMap<string, string> {
  const names = new Map(messages.map(({ pointer, name }) => [pointer, name]));
  const places = new Map<string, string>();
  for (const [key, raw] of Object.entries(getObject(document, "operations"))) {
    const operation = follow(document, raw, "")?.value;
    if (get(operation, "reply") === undefined || senderOf(document, operation) !== side) continue;
    for (const pointer of messagesOf(document, operation)) {
      const name = names.get(pointer);
      if (name !== undefined && !places.has(name)) places.set(name, `/operations/${escapeStep(key)}/reply`);
    }
  }
  return places;
}
