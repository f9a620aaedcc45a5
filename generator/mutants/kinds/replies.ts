import { compact, get, getList, getObject, getStrings, isObject, type Json, type JsonObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { follow } from "../../model/references.ts";
import { eachRemoved, removed, replaced } from "../change.ts";
import { withReplyNames } from "../messageNames.ts";
import type { Change } from "../mutant.ts";
import { type Operation, operationsOf, withoutReply } from "../operations.ts";

/** A request that nothing answers. */
export function dropReplyPair({ document }: Contract): Change[] {
  return answered(document).map(({ pointer, value, key }) =>
    replaced(document, pointer, withoutReply(value), `nothing answers ${key}`),
  );
}

/** A request that is answered by what answers another, and one that asks for an answer though it has none. */
export function swapReply({ document }: Contract): Change[] {
  const pairs = answered(document);
  return operationsOf(document).flatMap((operation) => {
    const others = pairs.filter(({ key, sender }) => sender === operation.sender && key !== operation.key);
    return others.slice(0, 2).map((other) => {
      const { reply, "x-wirepact": extension } = other.value;
      const value = compact({ ...withoutReply(operation.value), reply, "x-wirepact": extension });
      return replaced(document, operation.pointer, value, `${operation.key} is answered as ${other.key} is`, other.key);
    });
  });
}

/** A request has an answer less, or one that is called a failure though it is none, or the other way round. */
export function changeReply({ document }: Contract): Change[] {
  return answered(document).flatMap((operation) => [...fewer(document, operation), ...turned(document, operation)]);
}

function fewer(document: JsonObject, { key, pointer, value }: Operation): Change[] {
  const messages = getList(get(value, "reply"), "messages");
  if (messages.length < 2) return [];
  return messages.map((message, index) => {
    const name = nameOf(document, message);
    const without = withReplyNames(value, (one) => (one === name ? undefined : one));
    const shorter = replaced(document, pointer, without, `${name} does not answer ${key}`, name);
    const place = `${pointer}/reply/messages/${index}`;
    return { ...shorter, pointer: place, document: removed(shorter.document, place, "").document };
  });
}

function turned(document: JsonObject, { key, pointer, value }: Operation): Change[] {
  const errors = getStrings(getObject(getObject(value, "x-wirepact"), "reply"), "errors");
  const place = `${pointer}/x-wirepact/reply/errors`;
  const names = getList(get(value, "reply"), "messages").map((reference) => nameOf(document, reference));
  return names.map((name) => {
    const isError = errors.includes(name);
    const other = isError ? errors.filter((one) => one !== name) : [...errors, name];
    return replaced(document, place, other, `${name} says that ${key} ${isError ? "was done" : "failed"}`, name);
  });
}

/** Requests and answers are not paired by a field that pairs them. */
export function dropMatchField({ document, messages }: Contract): Change[] {
  const pairs = answered(document).flatMap(({ key, pointer, value }) => {
    const match = getList(getObject(getObject(value, "x-wirepact"), "reply"), "match");
    return eachRemoved(
      document,
      `${pointer}/x-wirepact/reply/match`,
      match,
      (pair) => `${key} and its answer need not agree at ${JSON.stringify(pair)}`,
    );
  });
  const correlated = messages.flatMap(({ name, pointer }) => {
    const message = follow(document, { $ref: `#${pointer}` }, "")?.value;
    if (!isObject(message) || message["correlationId"] === undefined) return [];
    const { correlationId: _, ...without } = message;
    return [replaced(document, pointer, without, `${name} has no correlationId`, "correlationId")];
  });
  return [...pairs, ...correlated];
}

function answered(document: JsonObject): Operation[] {
  return operationsOf(document).filter(({ value }) => get(value, "reply") !== undefined);
}

/** The name of the message that a reference leads to. */
function nameOf(document: JsonObject, reference: Json): string {
  const placed = follow(document, reference, "");
  const name = get(placed?.value, "name");
  return typeof name === "string" ? name : (placed?.pointer.split("/").at(-1) ?? "");
}
