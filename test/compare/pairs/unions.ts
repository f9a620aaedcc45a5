import type { Json } from "../../../generator/json.ts";
import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

function tagged(kind: string, rest: Readonly<Record<string, Json>> = {}, required: readonly string[] = []): Json {
  return { type: "object", required: ["kind", ...required], properties: { kind: { type: "string", const: kind }, ...rest } };
}

/** `anyOf`, `oneOf`, `allOf`. */
export const unions: readonly Pair[] = [
  ["a branch more", { anyOf: [text] }, { anyOf: [text, number] }, "narrower"],
  ["branches in another order", { anyOf: [text, number] }, { anyOf: [number, text] }, "same"],
  ["a union of types as a list of types", { anyOf: [text, number] }, { type: ["string", "number"] }, "same"],
  ["one of types as a list of types", { oneOf: [text, number] }, { type: ["string", "number"] }, "same"],
  ["any against one of, apart", { anyOf: [text, number] }, { oneOf: [text, number] }, "same"],
  [
    "any against one of, overlapping",
    { anyOf: [number, { type: "integer" }] },
    { oneOf: [number, { type: "integer" }] },
    "wider",
  ],
  [
    "one of two that overlap leaves out what they share",
    { oneOf: [number, { type: "integer" }] },
    { type: "number", not: { type: "integer" } },
    "same",
  ],
  ["one of the same twice", { oneOf: [text, text] }, false, "same"],
  ["one of the same thrice and another", { oneOf: [text, text, text, number] }, number, "same"],
  ["a branch within another", { anyOf: [number, { type: "integer" }] }, number, "same"],
  ["a branch that cannot be", { anyOf: [text, false] }, text, "same"],
  ["branches of one", { anyOf: [{ allOf: [{ oneOf: [text] }] }] }, text, "same"],
  ["all of nothing much", { allOf: [{}, true, text] }, text, "same"],
  ["all of two that contradict", { allOf: [text, number] }, false, "same"],
  [
    "all of two against one",
    { allOf: [{ type: "string", minLength: 1 }, { maxLength: 5 }] },
    { type: "string", minLength: 1 },
    "narrower",
  ],
  [
    "all of two as one",
    { allOf: [{ type: "string", minLength: 1 }, { maxLength: 5 }] },
    { type: "string", minLength: 1, maxLength: 5 },
    "same",
  ],
  [
    "a union distributed over what is around it",
    { type: "object", required: ["a"], anyOf: [{ required: ["b"] }, { required: ["c"] }] },
    {
      anyOf: [
        { type: "object", required: ["a", "b"] },
        { type: "object", required: ["a", "c"] },
      ],
    },
    "same",
  ],
  [
    "a union in a property against a union of objects",
    { type: "object", required: ["a"], properties: { a: { anyOf: [text, number] } } },
    {
      anyOf: [
        { type: "object", required: ["a"], properties: { a: text } },
        { type: "object", required: ["a"], properties: { a: number } },
      ],
    },
    "same",
  ],
  [
    "two unions in properties against pairs of them",
    {
      type: "object",
      required: ["a", "b"],
      properties: { a: { type: ["string", "number"] }, b: { type: ["string", "number"] } },
    },
    {
      anyOf: [
        { type: "object", required: ["a", "b"], properties: { a: text, b: text } },
        { type: "object", required: ["a", "b"], properties: { a: number, b: number } },
      ],
    },
    "wider",
  ],
  [
    "numbers in a union of ranges",
    { type: "number", minimum: 0, maximum: 10 },
    {
      anyOf: [
        { type: "number", minimum: 0, maximum: 5 },
        { type: "number", minimum: 5, maximum: 10 },
      ],
    },
    "same",
  ],
  [
    "numbers in a union of ranges with a gap",
    { type: "number", minimum: 0, maximum: 10 },
    {
      anyOf: [
        { type: "number", minimum: 0, maximum: 4 },
        { type: "number", minimum: 5, maximum: 10 },
      ],
    },
    "wider",
  ],
  ["a kind more", { oneOf: [tagged("a"), tagged("b")] }, { oneOf: [tagged("a"), tagged("b"), tagged("c")] }, "narrower"],
  ["kinds in another order", { oneOf: [tagged("a"), tagged("b")] }, { oneOf: [tagged("b"), tagged("a")] }, "same"],
  [
    "kinds told apart in so many words",
    { oneOf: [tagged("a"), tagged("b")] },
    { type: "object", required: ["kind"], properties: { kind: text }, discriminator: "kind", oneOf: [tagged("a"), tagged("b")] },
    "same",
  ],
  [
    "a kind narrowed",
    { oneOf: [tagged("a", { x: { type: "integer" } }), tagged("b")] },
    { oneOf: [tagged("a", { x: number }), tagged("b")] },
    "narrower",
  ],
  [
    "a kind with more required",
    { oneOf: [tagged("a", { x: text }, ["x"]), tagged("b")] },
    { oneOf: [tagged("a", { x: text }), tagged("b")] },
    "narrower",
  ],
  [
    "two kinds changed, each its own way",
    { oneOf: [tagged("a", { x: text }, ["x"]), tagged("b", { y: text })] },
    { oneOf: [tagged("a", { x: text }), tagged("b", { y: text }, ["y"])] },
    "other",
  ],
  [
    "a kind of several names",
    { oneOf: [{ ...(tagged("a") as object), properties: { kind: { enum: ["a", "c"] } } }, tagged("b")] },
    { oneOf: [tagged("a"), tagged("b"), tagged("c")] },
    "same",
  ],
  [
    "many kinds, one of them changed",
    { oneOf: [..."abcdefghijkl"].map((kind) => tagged(kind, { x: text })) },
    { oneOf: [..."abcdefghijkl"].map((kind) => tagged(kind, { x: kind === "h" ? number : text })) },
    "other",
  ],
  [
    "many kinds, one of them wider",
    { oneOf: [..."abcdefghijkl"].map((kind) => tagged(kind, { x: text })) },
    { oneOf: [..."abcdefghijkl"].map((kind) => tagged(kind, { x: kind === "h" ? {} : text })) },
    "narrower",
  ],
  [
    "many kinds as any of them",
    { oneOf: [..."abcdefgh"].map((kind) => tagged(kind)) },
    { anyOf: [..."hgfedcba"].map((kind) => tagged(kind)) },
    "same",
  ],
  [
    "one of three that two overlap",
    { oneOf: [{ minimum: 0 }, { maximum: 10 }, { const: "x" }], type: ["number", "string"] },
    { type: ["number", "string"] },
    "narrower",
  ],
  ["a union without a type around it", { anyOf: [{ minLength: 3 }, { maxLength: 2 }] }, {}, "same"],
  [
    "either one property or the other",
    { type: "object", oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    "narrower",
  ],
];
