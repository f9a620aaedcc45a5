import { get, getObject, getStrings, isList, type Json, type JsonObject } from "../json.ts";
import type { ReplyPair } from "./contract.ts";
import { messagesOf } from "./rawMessage.ts";
import { follow } from "./references.ts";

/** Reads the reply pairs from operations that have a reply. `names` gives the message at a pointer. */
export function readReplies(document: JsonObject, names: ReadonlyMap<string, string>): ReplyPair[] {
  const namesOf = (holder: Json | undefined) => messagesOf(document, holder).flatMap((pointer) => names.get(pointer) ?? []);
  return Object.values(getObject(document, "operations")).flatMap((raw) => {
    const operation = follow(document, raw, "")?.value;
    const reply = follow(document, get(operation, "reply") ?? false, "")?.value;
    const answers = namesOf(reply);
    const details = get(get(operation, "x-wirepact"), "reply");
    const errors = getStrings(details, "errors");
    const replies = answers.filter((name) => !errors.includes(name));
    if (answers.length === 0) return [];
    return namesOf(operation).map((request) => ({ request, replies, errors, match: readMatch(get(details, "match")) }));
  });
}

/** Reads pairs of pointers. */
function readMatch(value: Json | undefined): (readonly [string, string])[] {
  if (!isList(value)) return [];
  return value.flatMap((pair) => {
    const [request, reply] = isList(pair) ? pair : [];
    return typeof request === "string" && typeof reply === "string" ? [[request, reply] as const] : [];
  });
}
