import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printType } from "../../generator/emit/types.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { admits } from "../support/derive/admits.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { definitions, randomSchema } from "../support/hostile/randomSchemas.ts";
import { valuesFor } from "../support/hostile/randomValues.ts";
import { contractOf } from "../support/makeFiles.ts";

const text = { type: "string" };

/** The type of a schema, and the two that decide about a value: the type and the validator. */
function readersOf(schema: Json) {
  const draft = new Draft();
  for (const [name, definition] of Object.entries(definitions)) draft.schemas.set(name, definition);
  draft.schemas.set("Loose", { type: "object", properties: { id: text, n: { type: "integer" } } });
  draft.schemas.set("LooseOrNull", { type: ["object", "null"], properties: { id: text } });
  draft.schemas.set("Law", schema);
  draft.messages.set("law", messageOf("law", { value: { $ref: "#/components/schemas/Law" } }));
  const contract = contractOf(draft.document());
  const types = new Map(contract.definitions.map(({ identifier, type }) => [identifier, type]));
  const type = contract.definitions.find(({ name }) => name === "Law")?.type ?? { kind: "never" };
  const { server } = createFrameReader(contract);
  return {
    printed: printType(type, "").text,
    type: (value: Json) => admits(type, value, types),
    validator: (value: Json) => server({ type: "law", value }).ok,
  };
}

const patterned = { type: "object", patternProperties: { "^x_": text } };

const VALUES: readonly Json[] = [
  ...[null, true, 0, 1, "", "a", "x", "other"],
  ...[[], ["a"], ["a", 1], ["a", 1, 2], [1]],
  ...[{}, { a: "x" }, { a: "other" }, { b: 1 }, { b: "b" }, { a: "x", b: 1 }, { a: "x", b: 1, c: [] }, { a: 1 }],
];

describe("a type is what its validator admits", () => {
  test.each<readonly [string, JsonObject, string]>([
    ["an object without fields", { type: "object" }, "{ [key: string]: unknown }"],
    ["an object without fields that is open", { type: "object", additionalProperties: true }, "{ [key: string]: unknown }"],
    ["an object without fields that is closed", { type: "object", additionalProperties: false }, "{ [key: string]: never }"],
    ["a map", { type: "object", additionalProperties: text }, "{ [key: string]: string }"],
    ["names under a pattern, beside any others", patterned, "{ [key: string]: unknown }"],
    ["names under a pattern, and no others", { ...patterned, additionalProperties: false }, "{ [key: string]: string }"],
    [
      "names under a pattern, beside numbers",
      { ...patterned, additionalProperties: { type: "number" } },
      "{ [key: string]: string | number }",
    ],
    [
      "a field beside names under a pattern",
      { ...patterned, properties: { a: { type: "number" } } },
      "{\n  a?: number;\n  [key: string]: unknown;\n}",
    ],
    [
      "a field beside names under a pattern, and no others",
      { ...patterned, properties: { a: { type: "number" } }, additionalProperties: false },
      "{\n  a?: number;\n  [key: string]: unknown;\n}",
    ],
    [
      "a field beside others of one type",
      { type: "object", properties: { a: { type: "number" } }, additionalProperties: text },
      "{\n  a?: number;\n  [key: string]: unknown;\n}",
    ],
    [
      "a requirement beside a reference",
      { allOf: [{ $ref: "#/components/schemas/Loose" }], required: ["id"] },
      "{\n  id: string;\n} & Loose",
    ],
    [
      "a requirement beside a reference that may be null",
      { allOf: [{ $ref: "#/components/schemas/LooseOrNull" }], required: ["id"] },
      "({\n  id: string;\n} | null) & LooseOrNull",
    ],
    [
      "a requirement of what a branch describes",
      { type: "object", required: ["a"], allOf: [{ type: "object", properties: { a: text } }] },
      "{\n  a: string;\n} & {\n  a?: string;\n}",
    ],
    [
      "a requirement in a branch of what its sibling describes",
      { allOf: [{ $ref: "#/components/schemas/Loose" }, { type: "object", required: ["id"] }] },
      "Loose & {\n  id: string;\n}",
    ],
    [
      "a requirement of what all branches of a union describe",
      {
        type: "object",
        required: ["a"],
        oneOf: [
          { type: "object", properties: { a: text } },
          { type: "object", properties: { a: { type: "number" } } },
        ],
      },
      "{\n  a: string | number;\n} & ({\n  a?: string;\n} | {\n  a?: number;\n})",
    ],
    ["an object without fields or null", { type: ["object", "null"] }, "{ [key: string]: unknown } | null"],
  ])("%s", (_, schema, printed) => {
    expect(readersOf(schema).printed).toBe(printed);
  });

  const some = { a: text, b: { type: "number" } };
  test.each<readonly [string, JsonObject]>([
    [
      "an object or null, of which one field is there",
      { type: ["object", "null"], properties: some, anyOf: [{ required: ["a"] }] },
    ],
    [
      "an object or text, of which one field is there",
      { type: ["object", "string"], properties: some, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    ],
    [
      "an object or null, in allOf",
      {
        allOf: [
          { type: ["object", "null"], properties: some },
          { type: ["object", "null"], required: ["a"], properties: some },
        ],
      },
    ],
    [
      "an object or null, with a condition",
      {
        type: ["object", "null"],
        properties: some,
        allOf: [
          // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema
          { if: { required: ["a"] }, then: { required: ["b"] } },
        ],
      },
    ],
    ["a field that must not be there", { type: "object", properties: { a: false, b: text } }],
    [
      "a field of the object around a branch",
      { type: "object", properties: some, anyOf: [{ properties: { a: { enum: ["x"] } }, required: ["a"] }, { required: ["b"] }] },
    ],
    ["an enum of lists and objects", { enum: [["a"], { a: 1 }, null, 1] }],
    ["an open enum with bounds", { anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }], type: "string", minLength: 2 }],
    ["a tuple without a minimum", { type: "array", items: [text, some.b], additionalItems: false }],
    [
      "a closed object in an open one",
      { type: "object", additionalProperties: true, allOf: [{ type: "object", properties: some, additionalProperties: false }] },
    ],
  ])("%s", (_, schema) => {
    const { printed, type, validator } = readersOf(schema);
    expect({ printed, lost: VALUES.filter((value) => validator(value) && !type(value)) }).toEqual({ printed, lost: [] });
  });

  test("whatever a validator admits, its type admits", () => {
    const pair = randomSchema.chain((schema) =>
      fc.record({ schema: fc.constant(schema), samples: fc.array(valuesFor(schema), { minLength: 15, maxLength: 15 }) }),
    );
    fc.assert(
      fc.property(pair, ({ schema, samples }) => {
        const { printed, type, validator } = readersOf(schema);
        for (const value of samples.filter(validator))
          expect({ printed, value, fits: type(value) }).toMatchObject({ fits: true });
      }),
      { numRuns: 300 },
    );
  });
});
