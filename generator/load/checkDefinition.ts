import { escapeStep } from "@wirepact/runtime";
import { DefinitionError } from "../define/definitionError.ts";
import type { MessageOptions } from "../define/message.ts";
import type { ProtocolOptions } from "../define/protocol.ts";

/** What a part of a protocol must be, in words, and whether it is. */
interface Expectation {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const text: Expectation = { expected: "a string", holds: (value) => typeof value === "string" && value !== "" };
const message: Expectation = { expected: "a message({ … })", holds: isMessage };
const frames: Expectation = {
  expected: "byType({ … }) or another group of messages, or a list of groups",
  holds: (value) => (Array.isArray(value) ? value : [value]).every(isGroup),
};

type Required = "name" | "title" | "version" | "description" | "endpoint" | "client" | "server";

const required: Readonly<Record<Required, Expectation>> = {
  name: text,
  title: text,
  version: text,
  description: text,
  endpoint: { expected: 'websocket("/path") or socketio()', holds: (value) => has(value, "transport") && has(value, "path") },
  client: frames,
  server: frames,
};

const optional: Readonly<Record<Exclude<keyof ProtocolOptions, Required>, Expectation>> = {
  package: text,
  encodings: { expected: "json() or msgpackOrJson()", holds: (value) => has(value, "initial") },
  opening: message,
  replies: list("reply(…).with(…)", (value) => isMessage(of(value, "request")) && areMessages(value, "replies", "errors")),
  streams: list(
    "stream(…).of(…).until(…)",
    (value) => isMessage(of(value, "start")) && areMessages(value, "items", "after") && areHolders(of(value, "ends"), "message"),
  ),
  machines: record("machine({ … })", (value) => isMessage(of(value, "message"))),
  topics: {
    expected: "topics({ … })",
    holds: (value) => isMessage(of(value, "subscribe")) && isMessage(of(value, "unsubscribe")) && isRecord(of(value, "topics")),
  },
  errors: { expected: "errorMessage(…)", holds: (value) => isMessage(of(value, "message")) },
  heartbeat: { expected: "heartbeat(…)", holds: (value) => isMessage(of(value, "ping")) && isMessage(of(value, "pong")) },
  http: record("{ method, path, description, response }", (value) => isRecord(of(value, "response"))),
  codecs: record("{ description, layout }", (value) => Array.isArray(of(value, "layout"))),
  scenarios: list("scenario(…)", (value) => Array.isArray(of(value, "steps"))),
  notes: list("note(…)", (value) => has(value, "text")),
};

const expectations = new Map<string, Expectation>(Object.entries(optional));

const messageOptions: Readonly<Record<keyof MessageOptions, true>> = {
  description: true,
  source: true,
  fields: true,
  body: true,
  exactlyOne: true,
  atLeastOne: true,
  open: true,
  bodyOptional: true,
  constant: true,
  examples: true,
  deprecated: true,
  notes: true,
};

/** Refuses a protocol that is not put together as its types say: the module may be JavaScript, or never have been checked. */
export function checkDefinition(definition: object): void {
  for (const [key, expectation] of Object.entries(required)) check(key, of(definition, key), expectation);
  for (const [key, value] of Object.entries(definition)) {
    const expectation = expectations.get(key);
    if (expectation !== undefined && value !== undefined) check(key, value, expectation);
    if (expectation !== undefined || key === "kind" || Object.hasOwn(required, key)) continue;
    throw bad(
      key,
      `a protocol has no ${JSON.stringify(key)}; it has ${[...Object.keys(required), ...Object.keys(optional)].join(", ")}`,
    );
  }
  for (const side of ["client", "server"]) checkMessages(of(definition, side), side);
}

function checkMessages(sides: unknown, side: string): void {
  for (const group of Array.isArray(sides) ? sides : [sides]) {
    for (const [name, one] of Object.entries(Object(of(group, "messages")))) {
      const pointer = `${side}/${escapeStep(name)}`;
      if (!isMessage(one)) throw bad(pointer, `${JSON.stringify(name)} must be ${message.expected}, not ${shown(one)}`);
      const options = Object(of(one, "options"));
      if (!text.holds(of(options, "description")))
        throw bad(pointer, `the message ${JSON.stringify(name)} must have a description`);
      const foreign = Object.keys(options).find((key) => !Object.hasOwn(messageOptions, key));
      if (foreign === undefined) continue;
      const known = Object.keys(messageOptions).join(", ");
      throw bad(pointer, `the message ${JSON.stringify(name)} has ${JSON.stringify(foreign)}, which is none of ${known}`);
    }
  }
}

function check(key: string, value: unknown, { expected, holds }: Expectation): void {
  if (!holds(value)) throw bad(key, `${JSON.stringify(key)} of the protocol must be ${expected}, not ${shown(value)}`);
}

function bad(place: string, reason: string): DefinitionError {
  return new DefinitionError("bad-definition", { pointer: `/${place}` }, reason);
}

function list(expected: string, holds: (value: unknown) => boolean): Expectation {
  return { expected: `a list of ${expected}`, holds: (value) => Array.isArray(value) && value.every(holds) };
}

function record(expected: string, holds: (value: unknown) => boolean): Expectation {
  return { expected: `${expected} by name`, holds: (value) => isRecord(value) && Object.values(value).every(holds) };
}

function isGroup(value: unknown): boolean {
  return typeof of(value, "frame") === "function" && isRecord(of(value, "messages"));
}

function isMessage(value: unknown): boolean {
  return of(value, "kind") === "message" && isRecord(of(value, "options"));
}

function areMessages(value: unknown, ...keys: readonly string[]): boolean {
  return keys.map((key) => of(value, key)).every((held) => Array.isArray(held) && held.every(isMessage));
}

function areHolders(value: unknown, key: string): boolean {
  return Array.isArray(value) && value.every((one) => isMessage(of(one, key)));
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function has(value: unknown, key: string): boolean {
  return text.holds(of(value, key));
}

function of(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** A value in a sentence: what it is, and a text itself. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (isMessage(value)) return "a message";
  if (Array.isArray(value)) return "a list";
  return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : `a value of type ${typeof value}`;
}
