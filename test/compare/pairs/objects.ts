import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };
const closed = { additionalProperties: false };

/** Properties and how many there are. Senders send what is admitted: what nothing is said of may be there too. */
export const objects: readonly Pair[] = [
  ["a property required", { type: "object", required: ["a"] }, { type: "object" }, "narrower"],
  ["another property required", { type: "object", required: ["a"] }, { type: "object", required: ["b"] }, "other"],
  [
    "two required, one after the other",
    { type: "object", required: ["a", "b"] },
    { allOf: [{ type: "object", required: ["b"] }, { required: ["a"] }] },
    "same",
  ],
  ["a property described", { type: "object", properties: { a: text } }, { type: "object" }, "narrower"],
  ["a property described as anything", { type: "object", properties: { a: {} } }, { type: "object" }, "same"],
  [
    "a property of another type, not required",
    { type: "object", properties: { a: text } },
    { type: "object", properties: { a: number } },
    "other",
  ],
  [
    "a property that must not be",
    { type: "object", properties: { a: false } },
    { type: "object", not: { required: ["a"] } },
    "same",
  ],
  ["a property that must and must not be", { type: "object", required: ["a"], properties: { a: false } }, false, "same"],
  [
    "a property that cannot be, where it may be absent",
    { type: "object", properties: { a: { type: "string", enum: [1] } }, ...closed },
    { type: "object", ...closed },
    "same",
  ],
  [
    "a closed object against an open one",
    { type: "object", properties: { a: text }, ...closed },
    { type: "object", properties: { a: text } },
    "narrower",
  ],
  [
    "a property more in a closed object",
    { type: "object", properties: { a: text }, ...closed },
    { type: "object", properties: { a: text, b: text }, ...closed },
    "narrower",
  ],
  [
    "a property more in a closed object, required",
    { type: "object", properties: { a: text }, ...closed },
    { type: "object", required: ["b"], properties: { a: text, b: text }, ...closed },
    "other",
  ],
  [
    "a property renamed in a closed object",
    { type: "object", required: ["a"], properties: { a: text }, ...closed },
    { type: "object", required: ["b"], properties: { b: text }, ...closed },
    "other",
  ],
  ["closed without a property", { type: "object", ...closed }, { type: "object", maxProperties: 0 }, "same"],
  [
    "nullable",
    { type: "object", properties: { a: text } },
    { type: "object", properties: { a: { type: ["string", "null"] } } },
    "narrower",
  ],
  [
    "in another order",
    { type: "object", properties: { a: text, b: number }, required: ["a", "b"] },
    { required: ["b", "a"], properties: { b: number, a: text }, type: "object" },
    "same",
  ],
  [
    "deep within",
    { type: "object", properties: { a: { type: "object", properties: { b: { type: "integer" } } } } },
    { type: "object", properties: { a: { type: "object", properties: { b: number } } } },
    "narrower",
  ],
  [
    "deep within a list",
    { type: "object", properties: { a: { type: "array", items: { type: "object", required: ["b"] } } } },
    { type: "object", properties: { a: { type: "array", items: { type: "object", required: ["c"] } } } },
    "other",
  ],
  ["a number of properties", { type: "object", minProperties: 2 }, { type: "object", minProperties: 1 }, "narrower"],
  ["a number of properties that leaves none", { type: "object", minProperties: 2, maxProperties: 1 }, false, "same"],
  ["required properties count", { type: "object", required: ["a", "b"] }, { type: "object", minProperties: 2 }, "narrower"],
  ["more required than may be", { type: "object", required: ["a", "b"], maxProperties: 1 }, false, "same"],
  [
    "as many required as may be",
    { type: "object", required: ["a"], maxProperties: 1, properties: { a: text } },
    { type: "object", required: ["a"], properties: { a: text }, ...closed },
    "same",
  ],
  [
    "closed objects have few properties",
    { type: "object", properties: { a: text, b: text }, ...closed },
    { type: "object", maxProperties: 2 },
    "narrower",
  ],
  [
    "closed objects with too few properties",
    { type: "object", properties: { a: text, b: text }, ...closed, minProperties: 3 },
    false,
    "same",
  ],
  [
    "closed objects with all of their properties",
    { type: "object", properties: { a: text, b: text }, ...closed, minProperties: 2 },
    { type: "object", properties: { a: text, b: text }, ...closed, required: ["a", "b"] },
    "same",
  ],
  ["no type said", { required: ["a"] }, { type: "object", required: ["a"] }, "wider"],
  [
    "a property described, without a type around",
    { properties: { a: text } },
    { type: ["object", "string"], properties: { a: text } },
    "wider",
  ],
  [
    "a property named like one of every object",
    { type: "object", required: ["constructor"] },
    { type: "object", required: ["toString"] },
    "other",
  ],
  [
    "two described apart",
    { allOf: [{ type: "object", properties: { a: text } }, { properties: { b: text } }] },
    { type: "object", properties: { a: text, b: text } },
    "same",
  ],
  [
    "one described twice",
    { allOf: [{ type: "object", properties: { a: text } }, { properties: { a: { maxLength: 3 } } }] },
    { type: "object", properties: { a: { type: "string", maxLength: 3 } } },
    "same",
  ],
  [
    "two closed apart",
    {
      allOf: [
        { type: "object", properties: { a: text }, ...closed },
        { properties: { b: text }, ...closed },
      ],
    },
    { type: "object", ...closed },
    "same",
  ],
  [
    "dependencies as alternatives",
    { type: "object", anyOf: [{ not: { required: ["a"] } }, { required: ["b"] }] },
    { type: "object" },
    "narrower",
  ],
  [
    "dependencies kept by all that is required",
    { type: "object", required: ["a", "b"] },
    { type: "object", anyOf: [{ not: { required: ["a"] } }, { required: ["b"] }] },
    "narrower",
  ],
];
