import fc from "fast-check";
import { describe, test } from "vitest";
import { include } from "../../generator/compare/schema/include.ts";
import type { Sends } from "../../generator/compare/schema/inclusion.ts";
import { isList, isObject, type Json, type JsonObject } from "../../generator/json.ts";
import { definitions, randomSchema } from "../support/hostile/randomSchemas.ts";
import { valuesFor } from "../support/hostile/randomValues.ts";
import { secondOpinion } from "./support/secondOpinion.ts";
import { sendingOf } from "./support/sending.ts";

const document: JsonObject = { components: { schemas: definitions } };
const admits = secondOpinion(document);

/** Pairs that have much in common, and those that have nothing. */
const pairs: fc.Arbitrary<readonly [sender: Json, reader: Json]> = fc
  .tuple(randomSchema, randomSchema, fc.constantFrom("other", "more", "less", "both", "either", "mixed"))
  .map(([one, other, how]) => {
    if (how === "more") return [one, merged(one, other)];
    if (how === "less") return [merged(one, other), one];
    if (how === "both") return [{ allOf: [one, other] }, one];
    if (how === "either") return [one, { anyOf: [other, one] }];
    return how === "mixed" ? [{ oneOf: [one, other] }, { anyOf: [other, one] }] : [one, other];
  });

/** A schema with the rules of another in it. */
function merged(one: JsonObject, other: JsonObject): JsonObject {
  const inner = "$ref" in one || "$ref" in other ? { allOf: [one, other] } : { ...one, ...other };
  return { type: "object", properties: { a: inner, b: one } };
}

const questions = pairs.chain(([sender, reader]) =>
  fc.record({
    sender: fc.constant(sender),
    reader: fc.constant(reader),
    values: fc.array(fc.oneof(valuesFor(sender), valuesFor(reader)), { minLength: 30, maxLength: 30 }),
  }),
);

/** Without a word about properties of other names: there it matters whether senders keep to what is described. */
function silent(schema: Json): Json {
  if (isList(schema)) return schema.map(silent);
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([name]) => name !== "additionalProperties");
  return Object.fromEntries(kept.map(([name, held]) => [name, silent(held)]));
}

const SENDS: readonly Sends[] = ["admitted", "described"];

describe.each(SENDS)("of two random schemas whose sender sends what is %s", (sends) => {
  test("what is called included has no counter-example that a random search finds, and each witness is one", () => {
    fc.assert(
      fc.property(questions, ({ values, ...sides }) => {
        const sender = sends === "described" ? silent(sides.sender) : sides.sender;
        const verdict = include({ document, schema: sender }, { document, schema: sides.reader }, undefined, sends);
        const sending = sendingOf(document, sender, sends);
        const parts = (value: Json) => sending(value) && !admits(sides.reader, value);
        return verdict.kind === "witness" ? parts(verdict.value) : verdict.kind === "unknown" || !values.some(parts);
      }),
      { numRuns: 400 },
    );
  });

  test("the one is included in itself", () => {
    fc.assert(
      fc.property(randomSchema, (schema) => {
        return include({ document, schema }, { document, schema }, undefined, sends).kind === "included";
      }),
    );
  });
});
