import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

/** Properties without a name: `additionalProperties`, `patternProperties`, `propertyNames`. */
export const maps: readonly Pair[] = [
  [
    "values narrowed",
    { type: "object", additionalProperties: { type: "integer" } },
    { type: "object", additionalProperties: number },
    "narrower",
  ],
  [
    "values of another type",
    { type: "object", additionalProperties: text },
    { type: "object", additionalProperties: number },
    "other",
  ],
  ["open in so many words", { type: "object", additionalProperties: true }, { type: "object" }, "same"],
  ["open for anything", { type: "object", additionalProperties: {} }, { type: "object" }, "same"],
  [
    "closed against a map",
    { type: "object", additionalProperties: false },
    { type: "object", additionalProperties: text },
    "narrower",
  ],
  [
    "values that cannot be",
    { type: "object", additionalProperties: { type: "string", enum: [1] } },
    { type: "object", additionalProperties: false },
    "same",
  ],
  [
    "a name beside the map",
    { type: "object", properties: { a: text }, additionalProperties: number },
    { type: "object", additionalProperties: { type: ["string", "number"] } },
    "narrower",
  ],
  [
    "a name of the map's kind beside it",
    { type: "object", properties: { a: text }, additionalProperties: text },
    { type: "object", additionalProperties: text },
    "same",
  ],
  ["names by a pattern", { type: "object", patternProperties: { "^x": text } }, { type: "object" }, "narrower"],
  [
    "names by a pattern, values narrowed",
    { type: "object", patternProperties: { "^x": { type: "integer" } } },
    { type: "object", patternProperties: { "^x": number } },
    "narrower",
  ],
  [
    "names by another pattern",
    { type: "object", patternProperties: { "^x": text } },
    { type: "object", patternProperties: { "^y": text } },
    "other",
  ],
  [
    "a pattern closed",
    { type: "object", patternProperties: { "^x": text }, additionalProperties: false },
    { type: "object", patternProperties: { "^x": text } },
    "narrower",
  ],
  [
    "a pattern closed against a map",
    { type: "object", patternProperties: { "^x": text }, additionalProperties: false },
    { type: "object", additionalProperties: text },
    "narrower",
  ],
  [
    "a pattern of all names against a map",
    { type: "object", patternProperties: { "": text } },
    { type: "object", additionalProperties: text },
    "same",
  ],
  [
    "a pattern that a name matches",
    { type: "object", properties: { xa: text }, required: ["xa"], additionalProperties: false },
    { type: "object", patternProperties: { "^x": text }, additionalProperties: false },
    "narrower",
  ],
  [
    "a pattern that a name does not match",
    { type: "object", properties: { ya: text }, required: ["ya"], additionalProperties: false },
    { type: "object", patternProperties: { "^x": text }, additionalProperties: false },
    "other",
  ],
  [
    "a name and a pattern that matches it",
    { type: "object", properties: { xa: { minLength: 1 } }, patternProperties: { "^x": text } },
    { type: "object", properties: { xa: { type: "string", minLength: 1 } }, patternProperties: { "^x": text } },
    "same",
  ],
  [
    "two patterns that meet",
    { type: "object", patternProperties: { "^x": text, y$: { minLength: 2 } } },
    { type: "object", patternProperties: { "^x": text, y$: { minLength: 2 }, "^x.*y$": { type: "string", minLength: 2 } } },
    "same",
  ],
  [
    "two patterns against one of them",
    { type: "object", patternProperties: { "^x": text, "^y": text } },
    { type: "object", patternProperties: { "^x": text } },
    "narrower",
  ],
  [
    "patterns within patterns",
    { type: "object", patternProperties: { "^x": text } },
    { type: "object", patternProperties: { "^xy": text } },
    "narrower",
  ],
  [
    "names bounded",
    { type: "object", propertyNames: { maxLength: 3 } },
    { type: "object", propertyNames: { maxLength: 4 } },
    "narrower",
  ],
  [
    "names listed",
    { type: "object", propertyNames: { enum: ["a", "b"] } },
    { type: "object", propertyNames: { enum: ["a", "b", "c"] } },
    "narrower",
  ],
  [
    "names listed against a closed object",
    { type: "object", propertyNames: { enum: ["a", "b"] } },
    { type: "object", properties: { a: true, b: true }, additionalProperties: false },
    "same",
  ],
  [
    "names by a pattern, in two ways",
    { type: "object", propertyNames: { pattern: "^x" } },
    { type: "object", patternProperties: { "^x": true }, additionalProperties: false },
    "same",
  ],
  ["no names", { type: "object", propertyNames: false }, { type: "object", maxProperties: 0 }, "same"],
  [
    "names listed bound their number",
    { type: "object", propertyNames: { enum: ["a", "b"] } },
    { type: "object", maxProperties: 2 },
    "narrower",
  ],
  ["names listed, and more than these", { type: "object", propertyNames: { enum: ["a", "b"] }, minProperties: 3 }, false, "same"],
  ["a required name that may not be", { type: "object", required: ["abcd"], propertyNames: { maxLength: 3 } }, false, "same"],
  [
    "names that are no texts",
    { type: "object", propertyNames: { type: "number" } },
    { type: "object", maxProperties: 0 },
    "same",
  ],
  [
    "not every name",
    { type: "object", not: { propertyNames: { maxLength: 2 } } },
    { type: "object", minProperties: 1 },
    "narrower",
  ],
  ["not all values", { type: "object", not: { additionalProperties: text } }, { type: "object", minProperties: 1 }, "narrower"],
  [
    "two values of two kinds",
    { allOf: [{ type: "object", not: { additionalProperties: text } }, { not: { additionalProperties: number } }] },
    { type: "object", minProperties: 1 },
    "narrower",
  ],
  [
    "a map of maps",
    { type: "object", additionalProperties: { type: "object", additionalProperties: { type: "integer" } } },
    { type: "object", additionalProperties: { type: "object", additionalProperties: number } },
    "narrower",
  ],
  [
    "a map of bounded size",
    { type: "object", additionalProperties: text, maxProperties: 3 },
    { type: "object", additionalProperties: text, maxProperties: 2 },
    "wider",
  ],
];
