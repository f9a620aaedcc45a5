import type { Pair } from "./pair.ts";

/** Bounds and steps. */
export const numbers: readonly Pair[] = [
  ["a bound lowered", { type: "number", minimum: 1 }, { type: "number", minimum: 0 }, "narrower"],
  ["a bound raised", { type: "number", maximum: 10 }, { type: "number", maximum: 9 }, "wider"],
  ["a bound on the other side", { type: "number", minimum: 1 }, { type: "number", maximum: 1 }, "other"],
  ["an open bound", { type: "number", exclusiveMinimum: 0 }, { type: "number", minimum: 0 }, "narrower"],
  ["an open bound of whole numbers", { type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 }, "same"],
  ["an open bound of whole numbers above", { type: "integer", exclusiveMaximum: 10 }, { type: "integer", maximum: 9 }, "same"],
  ["a broken bound of whole numbers", { type: "integer", minimum: 0.5 }, { type: "integer", minimum: 1 }, "same"],
  ["a broken bound of numbers", { type: "number", minimum: 0.5 }, { type: "number", minimum: 1 }, "wider"],
  ["bounds within bounds", { type: "number", minimum: 1, maximum: 2 }, { type: "number", minimum: 0, maximum: 3 }, "narrower"],
  ["bounds that overlap", { type: "number", minimum: 1, maximum: 3 }, { type: "number", minimum: 2, maximum: 4 }, "other"],
  ["bounds that leave one number", { type: "number", minimum: 2, maximum: 2 }, { const: 2 }, "same"],
  ["bounds that leave none", { type: "number", minimum: 3, maximum: 2 }, false, "same"],
  ["open bounds that leave none", { type: "number", exclusiveMinimum: 2, maximum: 2 }, false, "same"],
  ["whole numbers that bounds leave out", { type: "integer", exclusiveMinimum: 2, exclusiveMaximum: 3 }, false, "same"],
  [
    "two bounds of the same side",
    { type: "number", minimum: 0, exclusiveMinimum: 0 },
    { type: "number", exclusiveMinimum: 0 },
    "same",
  ],
  [
    "a bound that says nothing beside another",
    { type: "number", minimum: 5, exclusiveMinimum: 0 },
    { type: "number", minimum: 5 },
    "same",
  ],
  ["a step within a step", { type: "integer", multipleOf: 4 }, { type: "integer", multipleOf: 2 }, "narrower"],
  ["steps of which neither holds the other", { type: "integer", multipleOf: 4 }, { type: "integer", multipleOf: 6 }, "other"],
  [
    "two steps are their common one",
    { allOf: [{ type: "integer", multipleOf: 4 }, { multipleOf: 6 }] },
    { type: "integer", multipleOf: 12 },
    "same",
  ],
  ["a decimal step", { type: "number", multipleOf: 0.1 }, { type: "number", multipleOf: 0.01 }, "narrower"],
  ["a decimal step and whole numbers", { type: "integer", multipleOf: 0.5 }, { type: "integer" }, "same"],
  ["a step of halves", { type: "number", multipleOf: 0.5 }, { type: "integer" }, "wider"],
  ["a step in bounds", { type: "integer", multipleOf: 5, minimum: 1, maximum: 9 }, { const: 5 }, "same"],
  ["a step that bounds leave out", { type: "integer", multipleOf: 5, minimum: 1, maximum: 4 }, false, "same"],
  ["int32 against integer", { type: "integer", format: "int32" }, { type: "integer" }, "narrower"],
  ["int32 against int64", { type: "integer", format: "int32" }, { type: "integer", format: "int64" }, "narrower"],
  [
    "int32 by its bounds",
    { type: "integer", format: "int32" },
    { type: "integer", minimum: -2147483648, maximum: 2147483647 },
    "same",
  ],
  ["int32 without the type", { type: "number", format: "int32" }, { type: "integer", format: "int32" }, "same"],
  ["a float is a number", { type: "number", format: "float" }, { type: "number" }, "same"],
  ["a float against a double", { type: "number", format: "float" }, { type: "number", format: "double" }, "same"],
  ["a large bound", { type: "integer", maximum: 1e15 }, { type: "integer", maximum: 1e14 }, "wider"],
  [
    "a bound and its opposite in a union",
    {
      anyOf: [
        { type: "number", minimum: 0 },
        { type: "number", maximum: 0 },
      ],
    },
    { type: "number" },
    "same",
  ],
  [
    "two halves without the middle",
    {
      anyOf: [
        { type: "number", exclusiveMinimum: 0 },
        { type: "number", exclusiveMaximum: 0 },
      ],
    },
    { type: "number" },
    "narrower",
  ],
  [
    "two halves without the middle, said in words",
    {
      anyOf: [
        { type: "number", exclusiveMinimum: 0 },
        { type: "number", exclusiveMaximum: 0 },
      ],
    },
    { type: "number", not: { const: 0 } },
    "same",
  ],
  [
    "whole numbers in two halves",
    {
      anyOf: [
        { type: "integer", minimum: 1 },
        { type: "integer", maximum: 0 },
      ],
    },
    { type: "integer" },
    "same",
  ],
  ["not below a bound", { type: "number", not: { minimum: 5 } }, { type: "number", exclusiveMaximum: 5 }, "same"],
  ["not a multiple", { type: "integer", not: { multipleOf: 2 } }, { type: "integer" }, "narrower"],
  ["a multiple or not", { anyOf: [{ multipleOf: 2 }, { not: { multipleOf: 2 } }] }, {}, "same"],
];
