import { formats } from "@wirepact/runtime";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitSchemas } from "../../generator/emit/schemas.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { BytesHolders } from "../../generator/model/bytesHolders.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { definitions, randomSchema } from "../support/hostile/randomSchemas.ts";
import { valuesFor } from "../support/hostile/randomValues.ts";
import { contractOf } from "../support/makeFiles.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { shippedContract } from "../support/shipped.ts";

/** Plain ajv on a JSON Schema that Wirepact publishes. With `allErrors`, since without it ajv takes `[]` for a tuple that must contain something. */
function publishedValidator(contract: Contract, identifier: string): (value: unknown) => boolean {
  const file = emitSchemas(contract).find(({ path }) => path === `schemas/${identifier}.json`);
  const ajv = new Ajv({ strict: false, ownProperties: true, allErrors: true, logger: false, formats });
  return ajv.compile(JSON.parse(file?.text ?? "missing"));
}

/** The two judges of a value: the validator that Wirepact compiles, and plain ajv. */
function judgesOf(schema: Json, schemas: JsonObject = definitions) {
  const draft = new Draft();
  for (const [name, definition] of Object.entries(schemas)) draft.schemas.set(name, definition);
  draft.messages.set("law", messageOf("law", { value: schema }));
  const contract = contractOf(draft.document());
  const { server } = createFrameReader(contract);
  const plain = publishedValidator(contract, "Law");
  return {
    ours: (value: Json) => server({ type: "law", value }).ok,
    plain: (value: Json) => plain({ type: "law", value }),
  };
}

const kinds = ["a", "b"].map((kind) => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string", const: kind } },
}));
const closedPattern = { type: "object", patternProperties: { "^[bk]": { type: "string" } }, additionalProperties: false };
const values: readonly Json[] = [
  null,
  true,
  0,
  1.5,
  "a",
  "c",
  [],
  ["a"],
  [1],
  {},
  { kind: "a" },
  { kind: "c" },
  { b: 1 },
  { b: "a", c: 1 },
  ["a", 1],
  ["a", "a"],
  [1, "a"],
];

describe("a compiled validator agrees with plain ajv on its JSON Schema", () => {
  test.each<readonly [string, JsonObject]>([
    ["contains, in a list that may be null", { type: ["array", "null"], contains: { type: "string" } }],
    [
      "contains, in a list that must not be empty",
      { type: "array", contains: { type: "string" }, not: { maxItems: 0, type: "array" } },
    ],
    ["a union of kinds, which says nothing of other types", { oneOf: kinds }],
    ["a union of kinds, in an object that may be null", { type: ["object", "null"], anyOf: kinds }],
    ["a union of kinds, in allOf", { allOf: [{ anyOf: kinds }] }],
    ["a union of kinds, negated", { not: { anyOf: kinds } }],
    ["exactly one of two types that overlap", { oneOf: [{ type: "integer" }, { type: "number" }] }],
    ["exactly one of two equal types", { oneOf: [{ type: "string" }, { type: "string" }] }],
    ["exactly one of some texts and any text", { oneOf: [{ type: "string", enum: ["a"] }, { type: "string" }] }],
    ["an open enum", { anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }] }],
    ["names that are bounded", { type: "object", propertyNames: { type: "string", maxLength: 1 } }],
    ["names that are bounded, negated", { not: { type: "object", propertyNames: { type: "string", maxLength: 1 } } }],
    ["names under a pattern, and no others", closedPattern],
    ["names under a pattern, and numbers", { ...closedPattern, additionalProperties: { type: "number" } }],
    ["items of one type", { type: "array", items: { type: "string" } }],
    ["a tuple and what may follow it", { type: "array", items: [{ type: "string" }], additionalItems: { type: "number" } }],
    ["a tuple and nothing else", { type: "array", items: [{ type: "string" }], additionalItems: false }],
    [
      "a named schema that contains itself",
      { type: ["array", "object"], anyOf: [{ $ref: "#/components/schemas/Tree" }, kinds[0] ?? {}] },
    ],
    ["nothing", { not: {} }],
  ])("%s", (_, schema) => {
    const { ours, plain } = judgesOf(schema);
    expect(values.filter(ours)).toEqual(values.filter(plain));
  });

  test("a reference into a named schema", () => {
    const schemas = { Outer: { type: "object", properties: { inner: { $ref: "#/components/schemas/Leaf" } } }, ...definitions };
    const { ours, plain } = judgesOf({ $ref: "#/components/schemas/Outer/properties/inner" }, schemas);
    expect(values.filter(ours)).toEqual(["a", "c"]);
    expect(values.filter(plain)).toEqual(["a", "c"]);
  });

  test("a reference from a message into itself", () => {
    const { ours, plain } = judgesOf({ $ref: "#/components/messages/law/payload" });
    const frames: readonly Json[] = [{ type: "law" }, { type: "law", value: { type: "law" } }, { type: "other" }, 1];
    expect(frames.map(ours)).toEqual([true, true, false, false]);
    expect(frames.map(plain)).toEqual([true, true, false, false]);
  });

  test("any schema and any value", () => {
    const pair = randomSchema.chain((schema) =>
      fc.record({ schema: fc.constant(schema), samples: fc.array(valuesFor(schema), { minLength: 15, maxLength: 15 }) }),
    );
    fc.assert(
      fc.property(pair, ({ schema, samples }) => {
        const { ours, plain } = judgesOf(schema);
        for (const value of samples) expect({ value, valid: ours(value) }).toEqual({ value, valid: plain(value) });
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(PROTOCOLS)("the validators of %s", (protocol) => {
  test("agree with plain ajv on frames that are damaged in one place", async () => {
    const contract = await shippedContract(protocol);
    const reader = createFrameReader(contract);
    const bytes = new BytesHolders(contract.definitions);
    // Bytes are text in a JSON Schema, and bytes in a frame that was read.
    for (const { identifier, name, from, examples } of contract.messages.filter(({ frame }) => !bytes.holds(frame))) {
      const plain = publishedValidator(contract, identifier);
      const [side = "client"] = from;
      const check = (frame: unknown) => {
        const result = reader[side](frame);
        const isJudged = result.ok ? result.message === name : result.error.code === "invalid-message";
        if (isJudged) expect({ frame, valid: result.ok }).toEqual({ frame, valid: plain(frame) });
      };
      for (const example of examples) fc.assert(fc.property(damaged(example), check), { numRuns: 30 });
    }
  });

  test("never throw, whatever is read", async () => {
    const contract = await shippedContract(protocol);
    const { client, server } = createFrameReader(contract);
    const examples = contract.messages.flatMap((message) => message.examples);
    const strange = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
    });
    const frames = fc.oneof(
      fc.jsonValue(),
      strange,
      fc.constantFrom(...examples).chain((example) => damaged(example, strange)),
    );
    const property = fc.property(frames, fc.constantFrom("json", "msgpack"), (frame, encoding) => {
      for (const parse of [client, server]) expect(parse(frame, encoding)).toHaveProperty("ok");
    });
    fc.assert(property, { numRuns: 500 });
  });
});

/** A frame with a random value in one place, which may be the whole frame or a new property. */
function damaged(example: Json, replacement: fc.Arbitrary<unknown> = fc.jsonValue()): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...placesIn(example)), replacement).map(([steps, value]) => replaceAt(example, steps, value));
}

function placesIn(value: Json, steps: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const added = inner.length > 0 && !Array.isArray(value) ? [[...steps, "added"]] : [];
  return [steps, ...added, ...inner.flatMap(([key, item]) => placesIn(item, [...steps, key]))];
}

function replaceAt(value: unknown, [step, ...rest]: readonly string[], replacement: unknown): unknown {
  if (step === undefined) return replacement;
  const copy: Record<string, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  copy[step] = replaceAt(copy[step], rest, replacement);
  return copy;
}
