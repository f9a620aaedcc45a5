import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

/** Lists and tuples. */
export const lists: readonly Pair[] = [
  ["items narrowed", { type: "array", items: { type: "integer" } }, { type: "array", items: number }, "narrower"],
  ["items of another type meet in the empty list", { type: "array", items: text }, { type: "array", items: number }, "other"],
  [
    "items of another type, at least one",
    { type: "array", items: text, minItems: 1 },
    { type: "array", items: number, minItems: 1 },
    "other",
  ],
  ["items where none were described", { type: "array" }, { type: "array", items: {} }, "same"],
  ["no items", { type: "array", items: false }, { type: "array", maxItems: 0 }, "same"],
  ["more items", { type: "array", maxItems: 5 }, { type: "array", maxItems: 6 }, "narrower"],
  ["fewer items", { type: "array", minItems: 2 }, { type: "array", minItems: 1 }, "narrower"],
  ["numbers of items that leave none", { type: "array", minItems: 2, maxItems: 1 }, false, "same"],
  [
    "numbers of items that leave none beside another type",
    { type: ["array", "null"], minItems: 2, maxItems: 1 },
    { type: "null" },
    "same",
  ],
  ["items that cannot be, and one of them", { type: "array", items: false, minItems: 1 }, false, "same"],
  ["different items", { type: "array", uniqueItems: true }, { type: "array" }, "narrower"],
  [
    "a list of at most one has different items",
    { type: "array", maxItems: 1 },
    { type: "array", maxItems: 1, uniqueItems: true },
    "same",
  ],
  [
    "different booleans are at most two",
    { type: "array", items: { type: "boolean" }, uniqueItems: true },
    { type: "array", maxItems: 2 },
    "narrower",
  ],
  ["three different booleans", { type: "array", items: { type: "boolean" }, uniqueItems: true, minItems: 3 }, false, "same"],
  [
    "different texts are many",
    { type: "array", items: text, uniqueItems: true, minItems: 30 },
    { type: "array", maxItems: 29 },
    "other",
  ],
  ["not different", { type: "array", not: { uniqueItems: true } }, { type: "array", minItems: 2 }, "narrower"],
  ["contains", { type: "array", contains: text }, { type: "array", minItems: 1 }, "narrower"],
  [
    "contains something of a type and more",
    { type: "array", contains: { type: "integer" } },
    { type: "array", contains: number },
    "narrower",
  ],
  [
    "contains two kinds",
    { allOf: [{ type: "array", contains: text }, { contains: number }] },
    { type: "array", minItems: 2 },
    "narrower",
  ],
  [
    "contains two kinds in one place",
    { allOf: [{ type: "array", maxItems: 1, contains: text }, { contains: number }] },
    false,
    "same",
  ],
  [
    "contains two kinds that one item can be",
    { allOf: [{ type: "array", maxItems: 1, contains: { minimum: 1 } }, { contains: { type: "integer" } }] },
    { type: "array", maxItems: 1, minItems: 1 },
    "narrower",
  ],
  ["contains what no item is", { type: "array", items: text, contains: number }, false, "same"],
  [
    "contains what each item is",
    { type: "array", items: text, minItems: 1 },
    { type: "array", items: text, contains: text },
    "same",
  ],
  ["contains nothing of a kind", { type: "array", not: { contains: text } }, { type: "array", items: { not: text } }, "same"],
  [
    "a tuple against its items",
    { type: "array", items: [text, text], additionalItems: false },
    { type: "array", items: text },
    "narrower",
  ],
  [
    "a closed tuple against an open one",
    { type: "array", items: [text], additionalItems: false },
    { type: "array", items: [text] },
    "narrower",
  ],
  ["a tuple with a place more", { type: "array", items: [text, number] }, { type: "array", items: [text] }, "narrower"],
  [
    "a tuple in another order",
    { type: "array", items: [text, number], minItems: 2 },
    { type: "array", items: [number, text], minItems: 2 },
    "other",
  ],
  [
    "a tuple whose rest is alike",
    { type: "array", items: [text], additionalItems: text },
    { type: "array", items: text },
    "same",
  ],
  [
    "a tuple whose rest is wider",
    { type: "array", items: [{ type: "integer" }], additionalItems: number },
    { type: "array", items: number },
    "narrower",
  ],
  [
    "a closed tuple is not longer",
    { type: "array", items: [text, number], additionalItems: false },
    { type: "array", maxItems: 2 },
    "narrower",
  ],
  [
    "a tuple with a place that cannot be",
    { type: "array", items: [text, false, text] },
    { type: "array", items: [text], maxItems: 1 },
    "same",
  ],
  [
    "a tuple narrowed in one place",
    { type: "array", items: [text, { const: 1 }], minItems: 2 },
    { type: "array", items: [text, number], minItems: 2 },
    "narrower",
  ],
  [
    "a tuple in a union by its first place",
    {
      anyOf: [
        { type: "array", items: [{ const: "a" }, number], minItems: 2 },
        { type: "array", items: [{ const: "b" }, text], minItems: 2 },
      ],
    },
    { type: "array", items: [{ enum: ["a", "b"] }], minItems: 2 },
    "narrower",
  ],
  [
    "lists of lists",
    { type: "array", items: { type: "array", items: { type: "integer" } } },
    { type: "array", items: { type: "array", items: number } },
    "narrower",
  ],
  [
    "lists of lists, deep within",
    { type: "array", items: { type: "array", items: { type: "array", items: text, maxItems: 3 } } },
    { type: "array", items: { type: "array", items: { type: "array", items: text, maxItems: 2 } } },
    "wider",
  ],
  [
    "a list of one kind or the other is no list of both",
    {
      anyOf: [
        { type: "array", items: text },
        { type: "array", items: number },
      ],
    },
    { type: "array", items: { type: ["string", "number"] } },
    "narrower",
  ],
  [
    "additional items beside no tuple say nothing",
    { type: "array", items: text, additionalItems: false },
    { type: "array", items: text },
    "same",
  ],
];
