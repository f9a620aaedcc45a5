import fc from "fast-check";
import type { Json, JsonObject } from "../../generator/json.ts";

const NAMES = ["a", "b", "c"] as const;
const TYPES = ["null", "boolean", "integer", "string", "array", "object"] as const;
const name = fc.constantFrom(...NAMES);
const names = fc.uniqueArray(name, { maxLength: 2 });

/** Values of the few shapes that the random schemas speak of. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.constantFrom<Json>(null, true, 0, 1, 2, "", "x", "long"),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

function asCondition(held: readonly Json[]): JsonObject {
  return Object.fromEntries(["if", "then", "else"].map((key, index) => [key, held[index] ?? true]));
}

/** Any of the words of 2020-12 about one value, alone and beside each other; `inner` are schemas inside it. */
function words(inner: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  const list = fc.array(inner, { minLength: 1, maxLength: 2 });
  const map = fc.dictionary(name, inner, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
  const word: fc.Arbitrary<JsonObject> = fc.oneof(
    fc.record({ type: fc.constantFrom(...TYPES) }),
    fc.record({ prefixItems: list, items: inner }, { requiredKeys: ["prefixItems"] }),
    fc.record({ items: inner }),
    // Without 0: of one such inside another ajv forgets the outer one.
    fc.record({ contains: inner, minContains: fc.constant(1) }, { requiredKeys: ["contains"] }),
    fc.record({ unevaluatedItems: inner }),
    fc.record({ properties: map, required: names }, { requiredKeys: ["properties"] }),
    fc.record({ patternProperties: fc.dictionary(fc.constantFrom("^a", "[bc]"), inner, { maxKeys: 2, noNullPrototype: true }) }),
    fc.record({ additionalProperties: inner }),
    fc.record({ unevaluatedProperties: inner }),
    fc.record({ dependentRequired: fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true }) }),
    fc.record({ dependentSchemas: map }),
    fc.record({ $ref: fc.constantFrom("#", "#/$defs/One", "#/$defs/Two", "#two", "#/$defs/One/properties/a") }),
    fc.record({ allOf: list }),
    fc.record({ anyOf: list }),
    fc.record({ oneOf: list }),
    fc.record({ not: inner }),
    fc.array(inner, { minLength: 3, maxLength: 3 }).map(asCondition),
    fc.record({ minimum: fc.constant(1) }),
    fc.record({ maxLength: fc.constant(2) }),
    fc.record({ propertyNames: fc.constant({ maxLength: 1, pattern: "[ab]" }) }),
  );
  return fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as JsonObject);
}

const { schema, object } = fc.letrec<{ schema: Json; object: JsonObject; leaf: Json }>((tie) => ({
  leaf: fc.constantFrom<Json>(true, false, { type: "string" }, { type: "integer" }, { const: 1 }, { enum: ["x", null] }),
  object: words(tie("schema")),
  schema: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("object")),
}));

/** Random schemas of 2020-12 that have definitions of their own, by path and by anchor. */
export const newerSchemas: fc.Arbitrary<JsonObject> = fc.record({ root: object, one: schema, two: object }).map((parts) => ({
  ...parts.root,
  $defs: { One: { properties: { a: parts.one } }, Two: { $anchor: "two", ...parts.two } },
}));

/** Random objects that are closed around alternatives, conditions and references with properties of their own. */
export const closedSchemas: fc.Arbitrary<JsonObject> = fc
  .letrec<{ part: JsonObject }>((tie) => {
    const leaf = fc.constantFrom<Json>(true, { type: "string" }, { const: 1 }, { type: "integer" });
    const map = fc.dictionary(name, leaf, { maxKeys: 2, noNullPrototype: true });
    const own = fc.record({ properties: map, required: names }, { requiredKeys: [] });
    const list = fc.array(tie("part"), { minLength: 1, maxLength: 3 });
    const around: fc.Arbitrary<JsonObject> = fc.oneof(
      fc.record({ oneOf: list }),
      fc.record({ anyOf: list }),
      fc.record({ allOf: list }),
      fc.record({ dependentSchemas: fc.dictionary(name, tie("part"), { maxKeys: 2, noNullPrototype: true }) }),
      fc.array(tie("part"), { minLength: 3, maxLength: 3 }).map(asCondition),
      fc.record({ not: tie("part") }),
      fc.record({ $ref: fc.constant("#/$defs/Base") }),
    );
    const parts = fc.tuple(own, fc.array(around, { maxLength: 2 }));
    return {
      part: fc.oneof(
        { depthSize: "xsmall", withCrossShrink: true },
        own,
        parts.map(([first, others]) => Object.assign({}, first, ...others)),
      ),
    };
  })
  .part.chain((part) =>
    fc
      .record({
        rule: fc.constantFrom<Json>(
          false,
          { type: "integer" },
          { properties: { a: { const: 1 } }, unevaluatedProperties: false },
        ),
        base: fc.constant({ properties: { a: true } }),
      })
      .map(({ rule, base }) => ({ ...part, unevaluatedProperties: rule, $defs: { Base: base } })),
  );

/** Objects of few properties. */
export const objects: fc.Arbitrary<Json> = fc.dictionary(name, fc.constantFrom<Json>(1, 2, "x", null, { a: 1 }, { b: 2 }), {
  maxKeys: 3,
  noNullPrototype: true,
});
