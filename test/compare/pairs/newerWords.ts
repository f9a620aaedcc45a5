import { when } from "./conditions.ts";
import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

/** Words of 2020-12. */
export const newerWords: readonly Pair[] = [
  [
    "a tuple",
    { type: "array", prefixItems: [text, number], items: false },
    { type: "array", prefixItems: [text, number] },
    "narrower",
  ],
  ["a tuple with a rest", { type: "array", prefixItems: [text], items: text }, { type: "array", items: text }, "same"],
  [
    "a tuple with a place more",
    { type: "array", prefixItems: [text, number] },
    { type: "array", prefixItems: [text] },
    "narrower",
  ],
  [
    "a tuple whose rest is narrowed",
    { type: "array", prefixItems: [text], items: { type: "integer" } },
    { type: "array", prefixItems: [text], items: number },
    "narrower",
  ],
  ["a property that asks for another", { type: "object", dependentRequired: { a: ["b"] } }, { type: "object" }, "narrower"],
  [
    "a property that asks for more",
    { type: "object", dependentRequired: { a: ["b", "c"] } },
    { type: "object", dependentRequired: { a: ["b"] } },
    "narrower",
  ],
  [
    "a property that asks in a circle",
    { type: "object", dependentRequired: { a: ["b"], b: ["a"] } },
    { type: "object", dependentRequired: { a: ["b"] } },
    "narrower",
  ],
  [
    "a property that asks for another, in two steps",
    { type: "object", dependentRequired: { a: ["b"], b: ["c"] } },
    { type: "object", dependentRequired: { a: ["c"] } },
    "narrower",
  ],
  [
    "a property that asks for another, required",
    { type: "object", required: ["a"], dependentRequired: { a: ["b"] } },
    { type: "object", required: ["a", "b"] },
    "same",
  ],
  [
    "a property that brings a schema",
    { type: "object", dependentSchemas: { a: { properties: { b: text } } } },
    { type: "object" },
    "narrower",
  ],
  [
    "a property that brings a schema, narrowed",
    { type: "object", dependentSchemas: { a: { properties: { b: { type: "integer" } } } } },
    { type: "object", dependentSchemas: { a: { properties: { b: number } } } },
    "narrower",
  ],
  [
    "a property that brings what it asks for",
    { type: "object", dependentSchemas: { a: { required: ["b"] } } },
    { type: "object", dependentRequired: { a: ["b"] } },
    "same",
  ],
  [
    "a condition in older words",
    { type: "object", dependentRequired: { a: ["b"] } },
    { type: "object", ...when({ required: ["a"] }, { required: ["b"] }) },
    "same",
  ],
  ["definitions of its own", { $ref: "#/$defs/A" }, text, "same", { a: { $defs: { A: text } }, b: {} }],
  [
    "definitions of its own, changed",
    { type: "array", items: { $ref: "#/$defs/A" } },
    { type: "array", items: { $ref: "#/$defs/A" } },
    "narrower",
    { a: { $defs: { A: { type: "integer" } } }, b: { $defs: { A: number } } },
  ],
  [
    "rules beside a reference",
    { $ref: "#/$defs/A", minLength: 2 },
    { $ref: "#/$defs/A" },
    "narrower",
    { a: { $defs: { A: text } }, b: { $defs: { A: text } } },
  ],
];

/** The word of draft-07 that 2020-12 divided. */
export const olderWords: readonly Pair[] = [
  ["dependencies on names", { type: "object", dependencies: { a: ["b"] } }, { type: "object" }, "narrower"],
  [
    "dependencies on schemas",
    { type: "object", dependencies: { a: { required: ["b"] } } },
    { type: "object", dependencies: { a: ["b"] } },
    "same",
  ],
];
