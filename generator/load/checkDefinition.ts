import { escapeStep } from "@wirepact/runtime";
import { DefinitionError, DefinitionErrors } from "../define/definitionError.ts";
import type { MessageDefinition } from "../define/message.ts";
import type { ProtocolDefinition, ProtocolOptions } from "../define/protocol.ts";
import { checkMessageOptions, checkPartOptions, unknownOption } from "./checkOptions.ts";

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
  resource: { expected: "resource(…)", holds: (value) => has(value, "key") },
  http: record("{ method, path, description, response }", (value) => isRecord(of(value, "response"))),
  codecs: record("{ description, layout }", (value) => Array.isArray(of(value, "layout"))),
  scenarios: list("scenario(…)", (value) => Array.isArray(of(value, "steps"))),
  notes: list("note(…)", (value) => has(value, "text")),
};

const expectations = new Map<string, Expectation>(Object.entries(optional));

/**
 * Refuses a protocol that is not put together as its types say: the module may be JavaScript, or never have been checked.
 * All that is wrong is told in one run, options that are unknown only of parts that are what they must be.
 */
export function checkDefinition(definition: object): asserts definition is ProtocolDefinition {
  const parts = [...checkParts(definition), ...["client", "server"].flatMap((side) => checkMessages(of(definition, side), side))];
  if (parts.length > 0) throw new DefinitionErrors(parts);
  const options = checkPartOptions(definition as ProtocolDefinition);
  if (options.length > 0) throw new DefinitionErrors(options);
}

function checkParts(definition: object): DefinitionError[] {
  const known = [...Object.keys(required), ...Object.keys(optional)];
  const missing = Object.entries(required).flatMap(([key, expectation]) => check(key, of(definition, key), expectation));
  const others = Object.entries(definition).flatMap(([key, value]) => {
    if (key === "kind" || Object.hasOwn(required, key)) return [];
    const expectation = expectations.get(key);
    if (expectation === undefined) return [unknownOption("the protocol", key, known, "")];
    return value === undefined ? [] : check(key, value, expectation);
  });
  return [...missing, ...others];
}

function checkMessages(sides: unknown, side: string): DefinitionError[] {
  const groups = Array.isArray(sides) ? sides : [sides];
  return groups.flatMap((group) =>
    Object.entries(Object(of(group, "messages"))).flatMap(([name, one]) => checkMessage(name, one, side)),
  );
}

function checkMessage(name: string, one: unknown, side: string): DefinitionError[] {
  const pointer = `${side}/${escapeStep(name)}`;
  if (!isMessage(one)) return [bad(pointer, `${JSON.stringify(name)} must be ${message.expected}, not ${shown(one)}`)];
  const described = text.holds(of(one.options, "description"));
  const missing = described ? [] : [bad(pointer, `the message ${JSON.stringify(name)} must have a description`)];
  return [...missing, ...checkMessageOptions(name, one)];
}

function check(key: string, value: unknown, { expected, holds }: Expectation): DefinitionError[] {
  if (holds(value)) return [];
  const text =
    value === undefined
      ? `the protocol has no ${JSON.stringify(key)}; it must be ${expected}`
      : `${JSON.stringify(key)} of the protocol must be ${expected}, not ${shown(value)}`;
  return [bad(key, text)];
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

function isMessage(value: unknown): value is MessageDefinition {
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
