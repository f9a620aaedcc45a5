import type { Json, JsonObject } from "../../generator/json.ts";

/** What stands at a place before and after; undefined where nothing does. */
export type Edit = readonly [before: Json | undefined, after: Json | undefined];

const S = { type: "string" };
const OVERLAPPING = [
  { type: "string", minLength: 2 },
  { type: "string", maxLength: 4 },
];

/** Edits of which some are told by a rule of their own, and some by none. */
export const EDITS: readonly Edit[] = [
  [S, { type: "integer" }],
  [S, { type: "string", pattern: "^a" }],
  [S, { type: "string", maxLength: 3 }],
  [S, { enum: ["a", "b"] }],
  [{ enum: ["a", "b"] }, { enum: ["b", "c"] }],
  [{ type: ["string", "null"] }, S],
  [S, undefined],
  [undefined, S],
  [{ anyOf: OVERLAPPING }, { oneOf: OVERLAPPING }],
  [
    { type: "array", items: S },
    { type: "array", items: { type: "integer" }, minItems: 1 },
  ],
  [
    { type: "array", items: S, maxItems: 1 },
    { type: "array", items: S, minItems: 2 },
  ],
  [
    { type: "object", required: ["a"], properties: { a: S, b: S } },
    { type: "object", required: ["b"], properties: { a: S, b: { type: "integer" } } },
  ],
  [
    { type: "object", properties: { a: S } },
    { type: "object", properties: { a: { anyOf: [S, { type: "integer" }] } }, additionalProperties: false },
  ],
  [
    { type: "object", properties: { a: S, b: S } },
    { type: "object", properties: { a: S }, additionalProperties: false },
  ],
  [
    { type: "object", additionalProperties: S },
    { type: "object", additionalProperties: { anyOf: OVERLAPPING } },
  ],
  [
    { anyOf: [S, { type: "object", properties: { a: S } }] },
    { anyOf: [S, { type: "object", properties: { a: { enum: ["a"] } } }] },
  ],
  [{ $ref: "#/components/schemas/Node" }, { $ref: "#/components/schemas/Node" }],
  [
    { type: "array", items: { $ref: "#/components/schemas/Node" } },
    { type: "array", items: { $ref: "#/components/schemas/Node" } },
  ],
  [
    { allOf: [{ type: "string", minLength: 1 }, { maxLength: 9 }] },
    { allOf: [{ type: "string", minLength: 2 }, { maxLength: 9 }] },
  ],
  [{ not: { const: 1 } }, { not: { enum: [1, 2] } }],
  [
    { type: "array", items: [S, S], additionalItems: S },
    { type: "array", items: [S, { type: "integer" }], additionalItems: false },
  ],
  [
    { type: "object", patternProperties: { "^a": S } },
    { type: "object", patternProperties: { "^a": { type: "integer" }, "^b": { type: "null" } } },
  ],
  [
    { type: "array", items: S },
    { type: "array", items: S, contains: { const: "a" } },
  ],
  [
    { type: "object", additionalProperties: S },
    { type: "object", additionalProperties: S, propertyNames: { type: "string", maxLength: 2 }, minProperties: 1 },
  ],
  [kinds({ type: "object" }, S), kinds({ type: "object", required: ["b"] }, { type: "integer" })],
  [kinds({ type: "object" }, { anyOf: OVERLAPPING }), kinds({ type: "object" }, { oneOf: OVERLAPPING })],
  [{ type: "number" }, { type: "number", multipleOf: 5, minimum: 3 }],
  [{ enum: ["a", 1, null] }, { enum: ["a", 2] }],
  [S, { type: "object", required: ["a"], properties: { a: { const: "x" } } }],
  [S, { anyOf: [S, { type: "integer" }] }],
  [S, { anyOf: [{ type: "integer" }, { type: "boolean" }] }],
  [S, { if: { type: "string", minLength: 3 }, else: { type: "string", pattern: "^a" } }],
  [S, S],
];

/** A union of objects that a constant tells apart. */
function kinds(one: JsonObject, held: Json): Json {
  const kind = (name: string): JsonObject => ({ type: "object", properties: { kind: { const: name }, held } });
  return {
    oneOf: [
      { ...kind("one"), ...one, required: ["kind", "held"], properties: { kind: { const: "one" }, held, b: S } },
      { ...kind("two"), required: ["kind"] },
    ],
  };
}

/** A schema that refers to itself, before and after. */
export const NODES: readonly Edit[] = [
  [node(S), node({ type: "integer" })],
  [node({ anyOf: OVERLAPPING }), node({ oneOf: OVERLAPPING })],
  [node(S), node(S)],
];

function node(value: Json): Json {
  const next = { $ref: "#/components/schemas/Node" };
  return { type: "object", properties: { value, next, list: { type: "array", items: next } } };
}
