import fc from "fast-check";
import { describe, test } from "vitest";
import { include } from "../../generator/compare/schema/include.ts";
import type { Inclusion } from "../../generator/compare/schema/inclusion.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { definitions, randomSchema } from "../support/hostile/randomSchemas.ts";
import { valuesFor } from "../support/hostile/randomValues.ts";
import { secondOpinion } from "./support/secondOpinion.ts";

const document: JsonObject = { components: { schemas: definitions } };
const judge = secondOpinion(document);

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

describe("of two random schemas", () => {
  test("what is called included has no counter-example that a random search finds, and each witness is one", () => {
    fc.assert(
      fc.property(questions, ({ sender, reader, values }) => {
        const verdict = include({ document, schema: sender }, { document, schema: reader }, undefined, "admitted");
        const counterExamples = verdict.kind === "included" ? values.filter((value) => parts(sender, reader, value)) : [];
        return counterExamples.length === 0 && isWitness(verdict, sender, reader);
      }),
      { numRuns: 400 },
    );
  });

  test("the one is included in itself", () => {
    fc.assert(
      fc.property(randomSchema, (schema) => {
        return include({ document, schema }, { document, schema }, undefined, "admitted").kind === "included";
      }),
    );
  });
});

function parts(sender: Json, reader: Json, value: Json): boolean {
  return judge(sender, value) && !judge(reader, value);
}

function isWitness(verdict: Inclusion, sender: Json, reader: Json): boolean {
  return verdict.kind !== "witness" || parts(sender, reader, verdict.value);
}
