import type { ReplyDescriptor } from "@wirepact/runtime";
import { get, getObject, getString, getStrings, isList, type Json, type JsonObject } from "../json.ts";
import { valueAt } from "../reference.ts";
import { correlationIdOf } from "./correlationIds.ts";
import { messagesOf } from "./rawMessage.ts";
import { follow } from "./references.ts";

type Pairs = readonly (readonly [request: string, reply: string])[];

/** Reads the reply pairs from operations that have a reply, one for each request. `names` gives the message at a pointer. */
export function readReplies(document: JsonObject, names: ReadonlyMap<string, string>, socketio: boolean): ReplyDescriptor[] {
  const found = new Map<string, ReplyDescriptor>();
  for (const pair of findReplies(document, names, socketio)) {
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

function findReplies(document: JsonObject, names: ReadonlyMap<string, string>, socketio: boolean): ReplyDescriptor[] {
  const listed = (holder: Json | undefined) => messagesOf(document, holder).filter((pointer) => names.has(pointer));
  const nameAt = (pointer: string) => names.get(pointer) ?? "";
  return Object.values(getObject(document, "operations")).flatMap((raw) => {
    const operation = follow(document, raw, "")?.value;
    const answers = listed(follow(document, get(operation, "reply") ?? false, "")?.value);
    const details = get(get(operation, "x-wirepact"), "reply");
    const errors = getStrings(details, "errors");
    const replies = answers.map(nameAt).filter((name) => !errors.includes(name));
    if (answers.length === 0) return [];
    return listed(operation).map((request) => {
      const match = readMatch(get(details, "match")) ?? correlated(document, request, answers, socketio);
      const id = getString(details, "id");
      return { request: nameAt(request), replies, errors, match, ...(id === undefined ? {} : { id }) };
    });
  });
}

/** The places of the ids by which AsyncAPI's own `correlationId` pairs a request with its answers. */
function correlated(document: JsonObject, request: string, answers: readonly string[], socketio: boolean): Pairs {
  const placeIn = (pointer: string) => correlationIdOf(document, valueAt(document, pointer), pointer, socketio)?.place;
  const place = placeIn(request);
  if (place === undefined) return [];
  return [...new Set(answers.flatMap((answer) => placeIn(answer) ?? []))].map((answer) => [place, answer] as const);
}

/** Reads pairs of pointers; undefined where there are none. */
function readMatch(value: Json | undefined): Pairs | undefined {
  if (!isList(value)) return undefined;
  return value.flatMap((pair) => {
    const [request, reply] = isList(pair) ? pair : [];
    return typeof request === "string" && typeof reply === "string" ? [[request, reply] as const] : [];
  });
}
