import type { Json, JsonObject } from "../../../generator/json.ts";
import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

/** `if`, `then` and `else`. (No object of this program has a `then`: that would make it a promise.) */
export function when(condition: Json, yes: Json, no?: Json): JsonObject {
  const said: [string, Json | undefined][] = [
    ["if", condition],
    ["then", yes],
    ["else", no],
  ];
  return Object.fromEntries(said.flatMap(([name, held]) => (held === undefined ? [] : [[name, held]])));
}

/** `not`, and `if`, `then` and `else`. */
export const conditions: readonly Pair[] = [
  ["not not", { not: { not: text } }, text, "same"],
  ["not a type", { not: text }, { type: ["array", "boolean", "null", "number", "object"] }, "same"],
  ["not two types", { not: { type: ["string", "number"] } }, { not: text }, "narrower"],
  ["not either is neither", { not: { anyOf: [text, number] } }, { allOf: [{ not: text }, { not: number }] }, "same"],
  [
    "not both is one or the other not",
    { not: { allOf: [{ required: ["a"] }, { required: ["b"] }] } },
    { anyOf: [{ not: { required: ["a"] } }, { not: { required: ["b"] } }] },
    "same",
  ],
  [
    "not exactly one",
    { not: { oneOf: [{ required: ["a"] }, { required: ["b"] }] }, type: "object" },
    { type: "object" },
    "narrower",
  ],
  ["a thing and not the thing", { type: "string", not: { type: "string" } }, false, "same"],
  ["not what cannot be", { not: { type: "string", enum: [1] } }, {}, "same"],
  [
    "not a property of a kind",
    { type: "object", not: { required: ["a"], properties: { a: text } } },
    { type: "object" },
    "narrower",
  ],
  [
    "not a property of a kind, by what else it is",
    { type: "object", not: { required: ["a"], properties: { a: text } } },
    { type: "object", properties: { a: { not: text } } },
    "same",
  ],
  [
    "not a range",
    { type: "number", not: { minimum: 1, maximum: 2 } },
    {
      anyOf: [
        { type: "number", exclusiveMaximum: 1 },
        { type: "number", exclusiveMinimum: 2 },
      ],
    },
    "same",
  ],
  ["not a list of texts", { type: "array", not: { items: text } }, { type: "array", contains: { not: text } }, "same"],
  ["not a tuple", { type: "array", not: { items: [text] } }, { type: "array", minItems: 1 }, "narrower"],
  ["not closed", { type: "object", not: { additionalProperties: false } }, { type: "object", minProperties: 1 }, "same"],
  ["not small", { type: "object", not: { maxProperties: 2 } }, { type: "object", minProperties: 3 }, "same"],
  ["not short", { type: "string", not: { maxLength: 2 } }, { type: "string", minLength: 3 }, "same"],
  ["not few", { type: "array", not: { maxItems: 2 } }, { type: "array", minItems: 3 }, "same"],
  ["not a format", { type: "string", not: { format: "date" } }, { type: "string" }, "narrower"],
  ["a condition without a consequence", { if: text }, {}, "same"],
  ["a condition that always holds", when({}, text), text, "same"],
  ["a condition that never holds", when(false, text, number), number, "same"],
  [
    "a condition as alternatives",
    when(text, { maxLength: 3 }, number),
    { anyOf: [{ type: "string", maxLength: 3 }, number] },
    "same",
  ],
  ["a consequence tightened", when(text, { maxLength: 3 }), when(text, { maxLength: 4 }), "narrower"],
  ["an alternative tightened", when(text, {}, { type: "integer" }), when(text, {}, number), "narrower"],
  [
    "another condition",
    { type: ["string", "number"], ...when(text, { maxLength: 3 }) },
    { type: ["string", "number"], ...when(number, { maximum: 3 }) },
    "other",
  ],
  [
    "a property that asks for another",
    { type: "object", ...when({ required: ["a"] }, { required: ["b"] }) },
    { type: "object", anyOf: [{ not: { required: ["a"] } }, { required: ["b"] }] },
    "same",
  ],
  [
    "a value that asks for a property",
    {
      type: "object",
      required: ["k"],
      properties: { k: { enum: ["x", "y"] } },
      ...when({ properties: { k: { const: "x" } } }, { required: ["x"] }),
    },
    { type: "object", required: ["k"], properties: { k: { enum: ["x", "y"] } } },
    "narrower",
  ],
  [
    "a value that asks for a property, as kinds",
    {
      type: "object",
      required: ["k"],
      properties: { k: { enum: ["x", "y"] } },
      ...when({ properties: { k: { const: "x" } } }, { required: ["x"] }),
    },
    {
      anyOf: [
        { type: "object", required: ["k", "x"], properties: { k: { const: "x" } } },
        { type: "object", required: ["k"], properties: { k: { const: "y" } } },
      ],
    },
    "same",
  ],
  [
    "conditions one in the other",
    when({ type: "number" }, when({ minimum: 0 }, { maximum: 10 })),
    { anyOf: [{ not: number }, { exclusiveMaximum: 0 }, { maximum: 10 }] },
    "same",
  ],
  [
    "a condition and its opposite",
    { allOf: [when(text, { minLength: 1 }), when({ not: text }, { type: "number" })] },
    { anyOf: [{ type: "string", minLength: 1 }, number] },
    "same",
  ],
];
