import { compact, type Json, type JsonObject } from "../../json.ts";
import type { Encodings } from "../encodings.ts";
import type { ErrorMessage } from "../errors.ts";
import type { HttpOperation, ProtocolDefinition } from "../protocol.ts";
import type { Heartbeat, Machine, Topics } from "../session.ts";
import type { Stream } from "../stream.ts";
import type { HoistedSchemas } from "./hoistedSchemas.ts";
import type { NamedMessages } from "./namedMessages.ts";
import { plainJson } from "./plainJson.ts";

/** Prints what AsyncAPI has no words for: encodings, streams, state machines, topics, scenarios and the rest. */
export function printSession(protocol: ProtocolDefinition, messages: NamedMessages, schemas: HoistedSchemas): JsonObject {
  return compact({
    encodings: protocol.encodings && printEncodings(protocol.encodings, messages),
    opening: protocol.opening && messages.nameOf(protocol.opening, "opening"),
    streams: protocol.streams?.map((stream) => printStream(stream, messages)),
    machines: protocol.machines && mapValues(protocol.machines, (machine) => printMachine(machine, messages)),
    topics: protocol.topics && printTopics(protocol.topics, messages),
    errors: protocol.errors && printErrors(protocol.errors, messages),
    heartbeat: protocol.heartbeat && printHeartbeat(protocol.heartbeat, messages),
    resource: plain(protocol.resource, "resource"),
    http: protocol.http && mapValues(protocol.http, (operation) => printHttp(operation, schemas)),
    codecs: plain(protocol.codecs, "codecs"),
    scenarios: plain(protocol.scenarios, "scenarios"),
    notes: plain(protocol.notes, "notes"),
  });
}

function printEncodings({ switch: change, ...encodings }: Encodings, messages: NamedMessages): JsonObject {
  const printed = change && {
    message: messages.nameOf(change.message, "encodings"),
    pointer: change.field,
    values: change.values,
  };
  return compact({ ...encodings, switch: printed });
}

function printStream(stream: Stream, messages: NamedMessages): JsonObject {
  return compact({
    start: messages.nameOf(stream.start, "streams"),
    items: messages.namesOf(stream.items, "streams"),
    ends: stream.ends.map(({ message, where }) =>
      compact({ message: messages.nameOf(message, "streams"), where: where && { pointer: where.pointer, values: where.values } }),
    ),
    after: stream.after.length > 0 ? messages.namesOf(stream.after, "streams") : undefined,
    match: stream.match.length > 0 ? stream.match : undefined,
    key: stream.key,
    concurrent: stream.concurrent,
  });
}

function printMachine({ message, ...machine }: Machine, messages: NamedMessages): JsonObject {
  return compact({ message: messages.nameOf(message, "machines"), ...machine });
}

function printTopics({ subscribe, unsubscribe, field, topics }: Topics, messages: NamedMessages): JsonObject {
  return {
    subscribe: messages.nameOf(subscribe, "topics"),
    unsubscribe: messages.nameOf(unsubscribe, "topics"),
    pointer: field,
    topics: mapValues(topics, (topic) =>
      compact({ messages: messages.namesOf(topic.messages, "topics"), initial: topic.initial }),
    ),
  };
}

function printErrors({ message, text, code }: ErrorMessage, messages: NamedMessages): JsonObject {
  const { field, ...rest } = code ?? {};
  return compact({ message: messages.nameOf(message, "errors"), text, pointer: field, ...rest });
}

function printHeartbeat({ ping, pong, from, time }: Heartbeat, messages: NamedMessages): JsonObject {
  return compact({ ping: messages.nameOf(ping, "heartbeat"), pong: messages.nameOf(pong, "heartbeat"), from, time });
}

function printHttp({ response, ...operation }: HttpOperation, schemas: HoistedSchemas): JsonObject {
  return compact({ ...operation, status: operation.status ?? 200, response: schemas.toJson(response, "/x-wirepact/http") });
}

function mapValues<T>(record: Readonly<Record<string, T>>, print: (value: T) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, print(value)]));
}

function plain(facts: object | undefined, key: string): Json | undefined {
  return facts && plainJson(facts, `/x-wirepact/${key}`);
}
