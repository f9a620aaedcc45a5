import type { MessageDescriptor } from "../../../runtime/src/contract.ts";
import type { ProtocolDescriptor } from "../../../runtime/src/protocol.ts";
import type { CompiledError, CompiledValidator } from "../../../runtime/src/validation.ts";

/** A small protocol that has each thing a server stub takes care of once. */
export const roomContract: ProtocolDescriptor = {
  protocol: "room",
  version: "1.0.0",
  transport: "websocket",
  discriminators: { client: ["/type"], server: ["/type"] },
  messages: [
    ...named("client", ["say", "find", "watch", "query", "subscribe", "unsubscribe", "mode", "note", "answer"]),
    ...named("server", ["hello", "said", "found", "item", "over", "patch", "tick", "fault", "ask", "ok"]),
    { name: "ping", from: ["client", "server"], match: { kind: "constant", pointer: "/type", value: "ping" } },
    { name: "pong", from: ["client", "server"], match: { kind: "constant", pointer: "/type", value: "pong" } },
  ],
  endpoint: {
    path: "/rooms/{room}",
    port: null,
    query: [],
    refusals: [
      { status: 404, when: "no such room" },
      { status: 401, when: "who?" },
    ],
    credentials: [],
  },
  encodings: {
    text: "json",
    binary: null,
    initial: "json",
  },
  opening: "hello",
  replies: [
    { request: "say", replies: ["said"], errors: ["fault"], match: [["/id", "/id"]] },
    { request: "find", replies: ["found", "said"], errors: ["fault"], match: [] },
    { request: "watch", replies: ["ok"], errors: ["fault"], match: [["/id", "/id"]] },
    { request: "ask", replies: ["answer"], errors: [], match: [["/id", "/id"]] },
    { request: "mode", replies: ["ok"], errors: ["fault"], match: [] },
    { request: "ping", replies: ["pong"], errors: [], match: [] },
  ],
  streams: [
    { start: "watch", items: ["item"], ends: [{ message: "over" }], after: [], match: [] },
    { start: "query", items: ["item"], ends: [{ message: "over" }], after: [], match: [], concurrent: 1 },
  ],
  topics: {
    subscribe: "subscribe",
    unsubscribe: "unsubscribe",
    pointer: "/topics",
    topics: [
      { name: "state", messages: ["patch"], initial: true },
      { name: "ticks", messages: ["tick"], initial: false },
    ],
  },
  errors: {
    message: "fault",
    text: "/text",
    code: { pointer: "/code", unknown: "UNKNOWN", invalid: "INVALID", failed: "FAILED" },
  },
  heartbeat: { ping: "ping", pong: "pong", from: ["client"], time: "/ts" },
};

function named(from: "client" | "server", names: readonly string[]): MessageDescriptor[] {
  return names.map((name) => ({ name, from: [from], match: { kind: "constant", pointer: "/type", value: name } }));
}

/** What properties a message may have, those that must be there with a `!`. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  say: ["text!", "id"],
  find: ["text"],
  watch: ["id"],
  query: ["text", "id"],
  subscribe: ["topics!"],
  unsubscribe: ["topics!"],
  mode: ["mode!"],
  note: ["text"],
  answer: ["text!", "id"],
  hello: ["room!"],
  said: ["text!", "id", "extra"],
  found: ["text!"],
  item: ["n!", "id"],
  over: ["id"],
  patch: ["n!"],
  tick: ["n!"],
  fault: ["text!", "code!", "id"],
  ask: ["text!", "id"],
  ok: ["id"],
  ping: [],
  pong: ["ts"],
};

const TYPES: Readonly<Record<string, string>> = {
  text: "string",
  id: "string",
  room: "string",
  n: "number",
  ts: "number",
  code: "string",
  mode: "string",
};

/** Validators as the generator would write them: strict ones refuse a property that the message does not have. */
export function roomValidators(strict: boolean): [string, CompiledValidator][] {
  return Object.entries(PROPERTIES).map(([name, properties]) => [name, validator(properties, strict)]);
}

function validator(properties: readonly string[], strict: boolean): CompiledValidator {
  const validate: CompiledValidator = (data) => {
    validate.errors = [...errorsOf(data, properties, strict)];
    return validate.errors.length === 0;
  };
  return validate;
}

function* errorsOf(data: unknown, properties: readonly string[], strict: boolean): Generator<CompiledError> {
  const held = new Map(Object.entries(data as object));
  for (const property of properties.filter((name) => name.endsWith("!"))) {
    const missingProperty = property.slice(0, -1);
    if (!held.has(missingProperty))
      yield { instancePath: "", keyword: "required", params: { missingProperty }, message: "must be present" };
  }
  const known = new Set(["type", ...properties.map((property) => property.replace("!", ""))]);
  for (const [name, value] of held) {
    const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    if (type !== undefined && typeof value !== type)
      yield { instancePath: `/${name}`, keyword: "type", params: {}, message: `must be ${type}` };
    if (strict && !known.has(name)) {
      yield {
        instancePath: "",
        keyword: "additionalProperties",
        params: { additionalProperty: name },
        message: "must not be present",
      };
    }
  }
}
