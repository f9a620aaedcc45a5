import { compact, get, getList, getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";

/** Another name for a message, or none where it is to be spoken of no longer. */
type Renaming = (name: string) => string | undefined;

/** The root extension with other names for messages; what cannot be without a message that is gone is gone, too. */
export function withNames(root: JsonObject, rename: Renaming): JsonObject {
  const { opening, shapes, encodings, streams, machines, topics, errors, heartbeat, ...rest } = root;
  return compact({
    ...rest,
    opening: renamed(opening, rename),
    shapes: isList(shapes) ? many(shapes, rename) : undefined,
    encodings: isObject(encodings) ? inSwitch(encodings, rename) : undefined,
    streams: isList(streams) ? streams.flatMap((stream) => inStream(stream, rename)) : undefined,
    machines: isObject(machines) ? mapValues(machines, (machine) => inHolder(machine, ["message"], rename)) : undefined,
    topics: isObject(topics) ? inTopics(topics, rename) : undefined,
    errors: inHolder(errors, ["message"], rename),
    heartbeat: inHolder(heartbeat, ["ping", "pong"], rename),
  });
}

function renamed(name: Json | undefined, rename: Renaming): Json | undefined {
  return typeof name === "string" ? rename(name) : name;
}

function many(names: readonly Json[], rename: Renaming): Json[] {
  return names.flatMap((name) => renamed(name, rename) ?? []);
}

function inHolder(holder: Json | undefined, keys: readonly string[], rename: Renaming): Json | undefined {
  if (!isObject(holder)) return holder;
  const names = keys.map((key) => [key, renamed(holder[key], rename)] as const);
  return names.some(([, name]) => name === undefined) ? undefined : { ...holder, ...compact(Object.fromEntries(names)) };
}

function inSwitch(encodings: JsonObject, rename: Renaming): JsonObject {
  const { switch: words, ...rest } = encodings;
  return compact({ ...rest, switch: inHolder(words, ["message"], rename) });
}

function inStream(stream: Json, rename: Renaming): Json[] {
  const held = inHolder(stream, ["start"], rename);
  const ends = getList(stream, "ends").flatMap((end) => inHolder(end, ["message"], rename) ?? []);
  if (!isObject(held) || ends.length === 0) return [];
  const { after } = held;
  return [
    compact({
      ...held,
      items: many(getList(held, "items"), rename),
      ends,
      after: isList(after) ? many(after, rename) : undefined,
    }),
  ];
}

function inTopics(topics: JsonObject, rename: Renaming): Json | undefined {
  const held = inHolder(topics, ["subscribe", "unsubscribe"], rename);
  if (!isObject(held)) return undefined;
  const inTopic = (topic: Json) => (isObject(topic) ? { ...topic, messages: many(getList(topic, "messages"), rename) } : topic);
  return { ...held, topics: mapValues(getObject(held, "topics"), inTopic) };
}

function mapValues(object: JsonObject, map: (value: Json) => Json | undefined): JsonObject {
  return compact(Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)])));
}

/** An operation that names the messages of its reply otherwise. */
export function withReplyNames(operation: Json, rename: Renaming): Json {
  const extension = get(operation, "x-wirepact");
  const reply = get(extension, "reply");
  const errors = get(reply, "errors");
  if (!isObject(operation) || !isObject(extension) || !isObject(reply) || !isList(errors)) return operation;
  return { ...operation, "x-wirepact": { ...extension, reply: { ...reply, errors: many(errors, rename) } } };
}
