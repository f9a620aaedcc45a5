import { type Direction, escapeStep } from "@wirepact/runtime";
import { compact, get, getList, getObject, isObject, type Json, type JsonObject } from "../json.ts";
import { senderOf } from "../model/rawMessage.ts";
import { follow } from "../model/references.ts";
import { omit } from "./edit.ts";

/** An operation of a document, and who sends its messages. */
export interface Operation {
  readonly key: string;
  readonly pointer: string;
  readonly value: JsonObject;
  readonly sender: Direction;
}

/** The operations of a document that stand in it themselves. */
export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(getObject(document, "operations")).flatMap(([key, value]) =>
    isObject(value) && !("$ref" in value)
      ? [{ key, pointer: `/operations/${escapeStep(key)}`, value, sender: senderOf(document, value) }]
      : [],
  );
}

/** Whether a list of references has one to a place. */
export function refersTo(document: JsonObject, reference: Json, pointer: string): boolean {
  return follow(document, reference, "")?.pointer === pointer;
}

/** A document whose operations do not name a message: as what they send, or as an answer. Of one side only where that is given. */
export function withoutOperationsOf(document: JsonObject, pointer: string, side?: Direction): JsonObject {
  const keeps = (references: Json | undefined) =>
    references === undefined
      ? undefined
      : getList({ references }, "references").filter((one) => !refersTo(document, one, pointer));
  const operations = operationsOf(document).flatMap(({ key, value, sender }): [string, Json][] => {
    const own = side === undefined || sender === side ? keeps(get(value, "messages")) : get(value, "messages");
    if (own !== undefined && getList({ own }, "own").length === 0) return [];
    const reply = get(value, "reply");
    const isOther = side !== undefined && sender === side;
    const answers = isOther ? get(reply, "messages") : keeps(get(reply, "messages"));
    const isEmpty = answers !== undefined && getList({ answers }, "answers").length === 0;
    const kept = isEmpty || !isObject(reply) ? undefined : compact({ ...reply, messages: answers });
    return [[key, compact({ ...(isEmpty ? withoutReply(value) : value), messages: own, reply: kept })]];
  });
  const others = Object.entries(getObject(document, "operations")).filter(([, value]) => get(value, "$ref") !== undefined);
  return { ...document, operations: Object.fromEntries([...operations, ...others]) };
}

/** An operation that nothing answers. */
export function withoutReply(operation: JsonObject): JsonObject {
  const { reply: _, "x-wirepact": extension, ...rest } = operation;
  const left = isObject(extension) ? omit(extension, "reply") : {};
  return Object.keys(left).length === 0 ? rest : { ...rest, "x-wirepact": left };
}

/** A document in which a side sends a message, beside whoever does already. */
export function withSender(document: JsonObject, pointer: string, side: Direction): JsonObject {
  for (const [channel, value] of Object.entries(getObject(document, "channels"))) {
    for (const [key, reference] of Object.entries(getObject(value, "messages"))) {
      const place = `/channels/${escapeStep(channel)}/messages/${escapeStep(key)}`;
      if (follow(document, reference, place)?.pointer !== pointer) continue;
      const action = ["send", "receive"].find((one) => senderOf(document, { action: one }) === side) ?? "send";
      const added = { action, channel: { $ref: `#/channels/${escapeStep(channel)}` }, messages: [{ $ref: `#${place}` }] };
      return { ...document, operations: { ...getObject(document, "operations"), [`${action}-mutant`]: added } };
    }
  }
  return document;
}
