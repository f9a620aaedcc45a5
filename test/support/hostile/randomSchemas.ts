import fc from "fast-check";
import { Findings } from "../../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { checkSchema } from "../../../generator/model/checkSchema.ts";

/** Few texts, numbers and names, so that the rules of a random schema and a random value meet. */
export const WORDS = ["", "a", "b", "ab", "abc", "x", "y"];
export const NUMBERS = [-1, 0, 0.5, 1, 2, 3, 10];
export const NAMES = ["a", "b", "c", "kind"];
export const JSON_VALUES: readonly Json[] = [null, true, false, 0, 1, "a", "b", [], ["a"], {}, { a: 1 }];

/** Named schemas that random schemas refer to: a leaf, a tree of itself, a union told apart by `kind`, and a list of unions. */
export const definitions: JsonObject = {
  Leaf: { type: "string", minLength: 1, maxLength: 3 },
  Tree: {
    type: "object",
    required: ["a"],
    properties: { a: { type: "integer" }, b: reference("Tree"), c: { type: "array", items: reference("Tree") } },
  },
  Shape: { oneOf: [variant("x", { a: { type: "integer" } }), variant("y", { b: { type: "string" } })] },
  Shapes: { type: "array", items: { anyOf: [reference("Shape"), reference("Tree")] }, minItems: 1 },
};

/** Random schemas of the subset that contracts may hold. */
export const randomSchema: fc.Arbitrary<JsonObject> = fc
  .letrec<{ schema: JsonObject; deep: JsonObject }>((tie) => ({
    deep: fc.oneof({ maxDepth: 3, depthSize: "small" }, leaf(), tie("schema")),
    schema: fc.oneof(
      { weight: 4, arbitrary: leaf() },
      { weight: 4, arbitrary: objects(tie("deep")) },
      { weight: 3, arbitrary: lists(tie("deep")) },
      { weight: 2, arbitrary: unions(tie("deep")) },
      { weight: 2, arbitrary: taggedUnions() },
      { weight: 1, arbitrary: requirements(tie("deep")) },
      { weight: 1, arbitrary: conditions(tie("deep")) },
    ),
  }))
  .schema.filter(isPossible);

/** What the model says of rules that exclude each other, or that have nothing to say beside one another. */
const CONTRADICTIONS: readonly string[] = ["impossible-schema", "unenforced-keyword"];

/** A contract may not hold rules that exclude each other. */
function isPossible(schema: JsonObject): boolean {
  const findings = new Findings();
  checkSchema({ components: { schemas: definitions } }, schema, "", findings);
  return !findings.all.some(({ code, severity }) => CONTRADICTIONS.includes(code) && severity === "error");
}

type Keywords = Readonly<Record<string, fc.Arbitrary<Json>>>;

function leaf(): fc.Arbitrary<JsonObject> {
  const named = fc.constantFrom(...Object.keys(definitions)).map(reference);
  return fc.oneof(
    texts(),
    numbers(),
    constants(),
    fc.constantFrom({ type: "boolean" }, { type: "null" }, {}),
    openEnums(),
    named,
  );
}

function texts(): fc.Arbitrary<JsonObject> {
  const pattern = fc.constantFrom("^a", "b$", "^[ab]*$");
  return typed("string", {}, { minLength: count(), maxLength: count(), pattern });
}

function numbers(): fc.Arbitrary<JsonObject> {
  const bound = fc.constantFrom(...NUMBERS);
  const keywords = { minimum: bound, maximum: bound, exclusiveMinimum: bound, multipleOf: fc.constantFrom(0.5, 2) };
  return fc.constantFrom("number", "integer").chain((type) => typed(type, {}, keywords));
}

function constants(): fc.Arbitrary<JsonObject> {
  const values = fc.uniqueArray(fc.constantFrom(...JSON_VALUES), { minLength: 1, maxLength: 4 });
  return fc.oneof(
    values.map((list): JsonObject => ({ enum: list })),
    fc.constantFrom(...JSON_VALUES).map((value) => ({ const: value })),
  );
}

function openEnums(): fc.Arbitrary<JsonObject> {
  const known: JsonObject = { type: "string", enum: ["a", "b"] };
  return fc.constantFrom("anyOf", "oneOf").map((keyword) => ({ [keyword]: [known, { type: "string" }] }));
}

function objects(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const others = fc.oneof(fc.boolean(), inner);
  const names = fc.constantFrom<Json>({ type: "string", maxLength: 1 }, { type: "string", enum: ["a", "b"] });
  return properties(inner).chain((some) =>
    typed("object", some, {
      additionalProperties: others,
      patternProperties: inner.map((schema) => ({ "^[ab]": schema })),
      propertyNames: names,
      minProperties: count(),
      maxProperties: count(),
    }),
  );
}

/** Properties that a branch describes, and of which the schema around it requires some. */
function requirements(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const branch = fc.dictionary(fc.constantFrom(...NAMES), inner, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  const types = fc.constantFrom<Json>("object", ["object", "null"]);
  return fc
    .tuple(branch, types, fc.constantFrom("allOf", "anyOf", "oneOf"), fc.boolean())
    .chain(([held, type, keyword, isTyped]) =>
      fc.subarray(Object.keys(held), { minLength: 1 }).map((names) => ({
        ...(isTyped ? { type } : {}),
        required: names,
        [keyword]: [{ type, properties: held }],
      })),
    );
}

/** Some properties, some of them required; or none, and nothing required. */
function properties(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const some = fc.dictionary(fc.constantFrom(...NAMES), inner, { maxKeys: 3, noNullPrototype: true });
  const required = some.chain((held) =>
    fc.subarray(Object.keys(held)).map((names): JsonObject => ({ properties: held, required: names })),
  );
  return fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 4, arbitrary: required });
}

function lists(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const bounds = { minItems: count(), maxItems: count(), uniqueItems: fc.boolean(), contains: inner };
  const tuple = { items: fc.array(inner, { minLength: 1, maxLength: 3 }), additionalItems: fc.oneof(fc.boolean(), inner) };
  return fc.oneof(typed("array", {}, { items: inner, ...bounds }), typed("array", {}, { ...tuple, ...bounds }));
}

function unions(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const branches = fc.array(inner, { minLength: 1, maxLength: 3 });
  const plain = fc.array(
    fc.constantFrom("string", "number", "integer", "null").map((type): JsonObject => ({ type })),
    {
      minLength: 2,
      maxLength: 3,
    },
  );
  return fc
    .tuple(
      fc.constantFrom("anyOf", "oneOf", "allOf"),
      fc.oneof({ weight: 3, arbitrary: branches }, { weight: 1, arbitrary: plain }),
    )
    .map(([keyword, list]) => ({ [keyword]: list }));
}

/** Objects told apart by `kind`, with or without a declared discriminator, with or without a word about other types. */
function taggedUnions(): fc.Arbitrary<JsonObject> {
  const variants = fc
    .uniqueArray(fc.constantFrom("x", "y", "a"), { minLength: 1, maxLength: 3 })
    .chain((kinds) => fc.tuple(...kinds.map((kind) => texts().map((text) => variant(kind, { b: text })))));
  const around = fc.constantFrom<JsonObject>(
    {},
    { type: "object" },
    { type: ["object", "null"] },
    { type: "object", required: ["kind"], properties: { kind: { type: "string" } }, discriminator: "kind" },
  );
  return fc.tuple(fc.constantFrom("anyOf", "oneOf"), variants, around).map(([keyword, list, head]) => ({
    ...head,
    [keyword]: list,
  }));
}

function conditions(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema
  const condition = typed("object", {}, { if: inner, then: inner, else: inner, not: inner });
  return fc.oneof(
    condition,
    inner.map((schema): JsonObject => ({ not: schema })),
  );
}

/** A schema of one type, perhaps nullable, with the given keywords and some of the others. */
function typed(type: string, given: JsonObject, keywords: Keywords): fc.Arbitrary<JsonObject> {
  const types = fc.constantFrom<Json>(type, type, type, [type, "null"]);
  const some = fc.record(keywords, { requiredKeys: [], noNullPrototype: true });
  return fc.tuple(types, some).map(([name, rest]) => withCompany({ type: name, ...given, ...rest }));
}

/** Without the keywords that mean nothing without another, which the model refuses. */
function withCompany(schema: JsonObject): JsonObject {
  const lonely = [...("if" in schema ? [] : ["then", "else"]), ...(Array.isArray(schema["items"]) ? [] : ["additionalItems"])];
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !lonely.includes(keyword)));
}

function variant(kind: string, properties: JsonObject): JsonObject {
  return { type: "object", required: ["kind"], properties: { kind: { type: "string", const: kind }, ...properties } };
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function count(): fc.Arbitrary<number> {
  return fc.nat(3);
}
