import type { Json } from "../../../generator/json.ts";
import { when } from "./conditions.ts";
import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

function message(
  properties: Readonly<Record<string, Json>>,
  required: readonly string[] = [],
  rest: Readonly<Record<string, Json>> = {},
): Json {
  return { type: "object", required: ["type", ...required], properties: { type: { const: "chat" }, ...properties }, ...rest };
}

function kind(name: string, properties: Readonly<Record<string, Json>>): Json {
  return { type: "object", required: ["kind"], properties: { kind: { type: "string", const: name }, ...properties } };
}

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What changes in contracts, where senders send nothing that their own contract does not describe. */
export const sent: readonly Pair[] = [
  ["an optional field added", message({ room: text }), message({ room: text, note: text }), "same"],
  ["a required field added", message({ room: text }), message({ room: text, note: text }, ["note"]), "wider"],
  ["an optional field made required", message({ room: text }), message({ room: text }, ["room"]), "wider"],
  [
    "an optional field removed from a closed message",
    message({ room: text, note: text }),
    message({ room: text }, [], { additionalProperties: false }),
    "wider",
  ],
  ["a field renamed", message({ room: text }, ["room"]), message({ channel: text }, ["channel"]), "other"],
  ["an optional field renamed", message({ room: text }), message({ channel: text }), "same"],
  ["a field made nullable", message({ room: text }), message({ room: { type: ["string", "null"] } }), "narrower"],
  ["a field of another type", message({ room: text }), message({ room: number }), "other"],
  ["an enum grown", message({ state: { enum: ["on", "off"] } }), message({ state: { enum: ["on", "off", "auto"] } }), "narrower"],
  [
    "an enum opened",
    message({ state: { enum: ["on", "off"] } }),
    message({ state: { anyOf: [{ enum: ["on", "off"] }, text] } }),
    "narrower",
  ],
  [
    "an object within made richer",
    message({ user: { type: "object", properties: { name: text } } }),
    message({ user: { type: "object", properties: { name: text, age: number } } }),
    "same",
  ],
  [
    "an object within a list made richer",
    message({ users: { type: "array", items: { type: "object", properties: { name: text } } } }),
    message({ users: { type: "array", items: { type: "object", properties: { name: text, age: number } } } }),
    "same",
  ],
  [
    "an object within that nothing describes",
    message({ meta: { type: "object" } }),
    message({ meta: { type: "object", properties: { a: text } } }),
    "wider",
  ],
  [
    "an object within that is open",
    message({ meta: { type: "object", properties: { b: text }, additionalProperties: true } }),
    message({ meta: { type: "object", properties: { a: text, b: text }, additionalProperties: true } }),
    "wider",
  ],
  [
    "a map that gets a name",
    message({ meta: { type: "object", additionalProperties: text } }),
    message({ meta: { type: "object", properties: { a: number }, additionalProperties: text } }),
    "other",
  ],
  ["a closed message opened", message({ room: text }, [], { additionalProperties: false }), message({ room: text }), "same"],
  [
    "a field moved under a name",
    message({ user: { type: "object", properties: { name: text } } }),
    message({ user: to("User") }),
    "same",
    { a: {}, b: { components: { schemas: { User: { type: "object", properties: { name: text, age: number } } } } } },
  ],
  [
    "fields gathered from two",
    { allOf: [message({ a: text }), { properties: { b: text } }] },
    message({ a: text, b: text }),
    "same",
  ],
  [
    "fields gathered from two, one of them richer",
    { allOf: [message({ a: text }), { properties: { b: text } }] },
    message({ a: text, b: text, c: number }),
    "same",
  ],
  [
    "fields of two branches that may both hold",
    message({}, [], { anyOf: [{ properties: { a: text } }, { properties: { b: text } }] }),
    message({ a: text }),
    "same",
  ],
  [
    "a kind gets a field that another has",
    { oneOf: [kind("a", { x: text }), kind("b", { y: text })] },
    { oneOf: [kind("a", { x: text, y: number }), kind("b", { y: text })] },
    "same",
  ],
  [
    "a kind loses a field that another has",
    { oneOf: [kind("a", { x: text, y: number }), kind("b", { y: text })] },
    { oneOf: [kind("a", { x: text }), kind("b", { y: text, x: number })] },
    "same",
  ],
  ["a tree of itself made richer", to("Tree"), to("Tree"), "same", { a: tree({}), b: tree({ note: text }) }],
  [
    "a condition that brings a field",
    message({}, [], when({ required: ["a"] }, { properties: { a: text } })),
    message({ a: text }),
    "same",
  ],
  [
    "a stranger beside a pattern",
    message({}, [], { patternProperties: { "^x-": text } }),
    message({}, [], { patternProperties: { "^x-": text, "^y-": number } }),
    "same",
  ],
  ["bytes for text", message({ data: { type: "string", contentEncoding: "base64" } }), message({ data: text }), "narrower"],
];

function tree(rest: Readonly<Record<string, Json>>) {
  return { components: { schemas: { Tree: { type: "object", properties: { left: to("Tree"), ...rest } } } } };
}
