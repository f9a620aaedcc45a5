import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { mutantsOf } from "../../generator/mutants/makeMutants.ts";
import { valueAt } from "../../generator/reference.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";

const PLACE = "/components/messages/law/payload/properties/value";

/** A contract with one message whose `value` keeps to a schema. */
function contractAround(schema: Json): Contract {
  const draft = new Draft();
  draft.schemas.set("Name", { type: "string" });
  draft.messages.set("law", messageOf("law", { value: schema }));
  return contractOf(draft.document());
}

/** What the mutants of a kind make of a schema, at its own place. */
function madeOf(kind: string, schema: Json): Json[] {
  const contract = contractAround(schema);
  return [...mutantsOf(contract)]
    .filter((mutant) => mutant.kind === kind && mutant.pointer.startsWith(PLACE))
    .flatMap(({ document }) => valueAt(document, PLACE) ?? []);
}

const NULL = { type: "null" };
const TEXT = { type: "string" };

describe.each<[kind: string, schema: Json, made: readonly Json[]]>([
  [
    "drop-required",
    { type: "object", required: ["a"], properties: { a: {} } },
    [{ type: "object", required: [], properties: { a: {} } }],
  ],
  ["add-required", { type: "object", properties: { a: {} } }, [{ type: "object", required: ["a"], properties: { a: {} } }]],
  ["widen-type", { type: "integer" }, [{}, { type: ["integer", "number"] }]],
  ["widen-type", { type: ["string", "null"] }, [{}, { type: ["string", "null", "number"] }]],
  [
    "widen-type",
    { type: "string", minLength: 1 },
    [{ anyOf: [{ type: "string", minLength: 1 }, { not: { type: "string" } }] }, { type: ["string", "number"], minLength: 1 }],
  ],
  ["widen-type", { type: "string", enum: ["a", "b"] }, []],
  ["widen-anything", { $ref: "#/components/schemas/Name" }, [{}]],
  ["narrow-type", { type: "number" }, [{ type: "integer" }]],
  ["narrow-type", { type: ["string", "boolean"] }, [{ type: "boolean" }, { type: "string" }]],
  ["narrow-type", {}, ["array", "boolean", "null", "number", "object", "string"].map((type) => ({ type }))],
  ["null-in", TEXT, [{ anyOf: [TEXT, NULL] }]],
  ["null-in", { type: ["string", "null"] }, []],
  ["null-out", { type: ["string", "null"] }, [TEXT]],
  ["null-out", {}, [{ not: NULL }]],
  ["drop-enum-value", { enum: ["a", "b"] }, [{ enum: ["b"] }, { enum: ["a"] }]],
  ["add-enum-value", { enum: [1, 2] }, [{}, { enum: [1, 2, 3] }]],
  ["change-const", { const: true }, [{}, { const: false }, { enum: [true, false] }]],
  ["loosen-bound", { type: "number", minimum: 2 }, [{ type: "number" }, { type: "number", minimum: 1 }]],
  [
    "loosen-bound",
    { type: "number", exclusiveMaximum: 2 },
    [{ type: "number" }, { type: "number", exclusiveMaximum: 3 }, { type: "number", maximum: 2 }],
  ],
  [
    "loosen-bound",
    { type: "string", maxLength: 2, pattern: "a" },
    [
      { type: "string", pattern: "a" },
      { type: "string", maxLength: 3, pattern: "a" },
      { type: "string", maxLength: 2 },
    ],
  ],
  [
    "tighten-bound",
    { type: "integer", maximum: 9, multipleOf: 3 },
    [
      { type: "integer", maximum: 6, multipleOf: 3 },
      { type: "integer", exclusiveMaximum: 9, multipleOf: 3 },
      { type: "integer", maximum: 9, multipleOf: 6 },
    ],
  ],
  ["tighten-bound", { type: "array", minItems: 1 }, [{ type: "array", minItems: 2 }]],
  [
    "open-pattern",
    { type: "string", pattern: "^a$" },
    [
      { type: "string", pattern: "a$" },
      { type: "string", pattern: "^a" },
    ],
  ],
  [
    "swap-fields",
    { type: "object", properties: { a: TEXT, b: TEXT, c: NULL } },
    [
      { type: "object", properties: { a: NULL, b: TEXT, c: TEXT } },
      { type: "object", properties: { a: TEXT, b: NULL, c: TEXT } },
    ],
  ],
  [
    "drop-property",
    { type: "object", required: ["a"], properties: { a: TEXT, b: TEXT } },
    [
      { type: "object", required: [], properties: { b: TEXT } },
      { type: "object", required: ["a"], properties: { a: TEXT } },
    ],
  ],
  ["drop-branch", { oneOf: [TEXT, NULL] }, [{ oneOf: [NULL] }, { oneOf: [TEXT] }]],
  ["drop-rule", { type: "string", not: { const: "a" } }, [TEXT]],
  ["drop-rule", { anyOf: [TEXT, NULL] }, [{}]],
  ["drop-rule", { allOf: [TEXT, { maxLength: 3 }] }, [{ allOf: [{ maxLength: 3 }] }, { allOf: [TEXT] }]],
  ["drop-rule", { if: TEXT, else: false }, [{ if: TEXT }]],
  ["close-object", { type: "object", properties: {} }, [{ type: "object", properties: {}, additionalProperties: false }]],
  ["close-object", { type: "object", additionalProperties: false }, []],
  ["open-object", { type: "object", additionalProperties: TEXT }, [{ type: "object" }]],
  [
    "change-tuple",
    { type: "array", items: [TEXT, NULL] },
    [
      { type: "array", items: [TEXT] },
      { type: "array", items: [NULL, TEXT] },
    ],
  ],
])("%s", (kind, schema, made) => {
  test(`of ${JSON.stringify(schema)}`, () => expect(madeOf(kind, schema)).toEqual(made));
});
