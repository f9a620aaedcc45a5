import { type Direction, escapeStep } from "@wirepact/runtime";
import { get, getList, getObject, isObject, type Json, type JsonObject } from "../json.ts";
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
  const own = operationsOf(document);
  const known = new Set(own.map(({ key }) => key));
  const others = Object.entries(getObject(document, "operations")).filter(([key]) => !known.has(key));
  const kept = own.flatMap((operation): [string, Json][] => {
    const value = without(document, operation, pointer, side);
    return value === undefined ? [] : [[operation.key, value]];
  });
  return { ...document, operations: Object.fromEntries([...kept, ...others]) };
}

/** An operation that does not name a message; undefined where it names no other. */
function without(document: JsonObject, { value, sender }: Operation, pointer: string, side?: Direction): Json | undefined {
  const left = (holder: Json | undefined) => getList(holder, "messages").filter((one) => !refersTo(document, one, pointer));
  const [isSent, isAnswered] = [side === undefined || sender === side, side === undefined || sender !== side];
  const reply = get(value, "reply");
  const lists = (holder: Json | undefined) => get(holder, "messages") !== undefined;
  if (isSent && lists(value) && left(value).length === 0) return undefined;
  const fewer = isSent && lists(value) ? { ...value, messages: left(value) } : value;
  if (!isAnswered || !isObject(reply) || !lists(reply)) return fewer;
  return left(reply).length === 0 ? withoutReply(fewer) : { ...fewer, reply: { ...reply, messages: left(reply) } };
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
