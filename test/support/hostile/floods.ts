import type { Json, JsonObject } from "../../../generator/json.ts";
import { Draft, messageOf, reference } from "./draft.ts";

/** A schema and a value that breaks it in very many places, or in very large ones. */
export interface Flood {
  readonly schema: JsonObject;
  readonly value: Json;
}

const MANY = 100_000;
const LONG = "k".repeat(MANY);
const number: JsonObject = { type: "number" };
const numbers: JsonObject = { type: "array", items: number };
const booleans: JsonObject = { type: "array", items: { type: "boolean" } };
const numberMap: JsonObject = { type: "object", additionalProperties: number };
const node = reference("components", "schemas", "Node");

export const floods: Readonly<Record<string, Flood>> = {
  "100,000 wrong items": { schema: numbers, value: texts(MANY) },
  "wrong items of lists in a list": { schema: listOf(numbers), value: repeat(texts(100), 1000) },
  "wrong items after a tuple": { schema: { type: "array", items: [number], additionalItems: number }, value: texts(MANY) },
  "items beyond a tuple": { schema: { type: "array", items: [number], additionalItems: false }, value: texts(MANY) },
  "100,000 extra keys": {
    schema: { type: "object", properties: { a: number }, additionalProperties: false },
    value: keys(MANY, 1),
  },
  "wrong values of a map": { schema: numberMap, value: keys(MANY, "x") },
  "wrong values of maps in a map": {
    schema: { type: "object", additionalProperties: numberMap },
    value: keys(1000, keys(100, "x")),
  },
  "wrong values under two patterns": {
    schema: { type: "object", patternProperties: { "^key": number, "1$": { type: "boolean" } } },
    value: keys(MANY, "x"),
  },
  "names that are too long": {
    schema: { type: "object", propertyNames: { type: "string", maxLength: 2 } },
    value: keys(MANY, 1),
  },
  "items that fit no branch of anyOf": { schema: listOf({ anyOf: [numbers, booleans] }), value: repeat(texts(100), 1000) },
  "items that fit no branch of oneOf": { schema: listOf({ oneOf: [numbers, booleans] }), value: repeat(texts(100), 1000) },
  "a list that fits no branch": { schema: { anyOf: [numbers, booleans] }, value: texts(MANY) },
  "a list that breaks all parts of allOf": { schema: { type: "array", allOf: [numbers, booleans] }, value: texts(MANY) },
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema
  "a list under if and then": { schema: { type: "array", if: { minItems: 1 }, then: numbers }, value: texts(MANY) },
  "items of an unknown kind": { schema: listOf({ oneOf: [kind("a"), kind("b")] }), value: repeat({ kind: "c" }, MANY) },
  "items that break a named schema": { schema: listOf(node), value: texts(MANY) },
  "every node of a tree": { schema: node, value: tree(16) },
  "every node of a long branch": { schema: node, value: branch(1000) },
  "long keys": { schema: { type: "object", additionalProperties: false }, value: keys(50, 1, LONG) },
  "long keys in long keys": {
    schema: { type: "object", additionalProperties: numberMap },
    value: keys(20, keys(20, "x", LONG), LONG),
  },
  "a huge string": {
    schema: { type: "string", maxLength: 10, pattern: "^a*$", enum: ["a", "b"] },
    value: "x".repeat(10_000_000),
  },
  "a huge object in place of a number": { schema: number, value: keys(MANY, LONG) },
};

/** A document with a message for each flood, by its name, and one for values that are nested deep. */
export function floodDocument(): JsonObject {
  const draft = new Draft();
  draft.schemas.set("Node", {
    type: "object",
    properties: {
      value: number,
      left: node,
      right: node,
      list: { type: "array", items: node },
      map: { type: "object", additionalProperties: node },
    },
  });
  for (const [name, { schema }] of Object.entries(floods)) draft.messages.set(name, messageOf(name, { value: schema }));
  const unions = { anyOf: [{ type: "null" }, node, { type: "array", items: node }] };
  draft.messages.set(
    "deep",
    messageOf("deep", { node, unions, unique: { type: "array", uniqueItems: true }, constant: { const: [[1]] } }),
  );
  return draft.document();
}

function listOf(items: JsonObject): JsonObject {
  return { type: "array", items };
}

function kind(value: string): JsonObject {
  return { type: "object", required: ["kind"], properties: { kind: { type: "string", const: value } } };
}

function texts(count: number): Json {
  return repeat("x", count);
}

function repeat(value: Json, count: number): Json {
  return Array<Json>(count).fill(value);
}

function keys(count: number, value: Json, prefix = "key"): Json {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, value]));
}

/** A binary tree whose every node has a wrong value. */
function tree(depth: number): Json {
  return depth === 0 ? { value: "x" } : { value: "x", left: tree(depth - 1), right: tree(depth - 1) };
}

function branch(depth: number): Json {
  return depth === 0 ? { value: "x" } : { value: "x", left: branch(depth - 1) };
}
