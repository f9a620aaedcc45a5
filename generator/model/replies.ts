import type { ReplyDescriptor } from "@wirepact/runtime";
import { get, getObject, getStrings, isList, type Json, type JsonObject } from "../json.ts";
import { messagesOf } from "./rawMessage.ts";
import { follow } from "./references.ts";

/** Reads the reply pairs from operations that have a reply, one for each request. `names` gives the message at a pointer. */
export function readReplies(document: JsonObject, names: ReadonlyMap<string, string>): ReplyDescriptor[] {
  const found = new Map<string, ReplyDescriptor>();
  for (const pair of findReplies(document, names)) {
    const known = found.get(pair.request);
    found.set(pair.request, known === undefined ? pair : together(known, pair));
  }
  return [...found.values()];
}

/** Two operations of one request, such as a ping that either side may send, say together what may answer it. */
function together(one: ReplyDescriptor, other: ReplyDescriptor): ReplyDescriptor {
  const replies = [...new Set([...one.replies, ...other.replies])];
  return { ...one, replies, errors: [...new Set([...one.errors, ...other.errors])] };
}

function findReplies(document: JsonObject, names: ReadonlyMap<string, string>): ReplyDescriptor[] {
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
