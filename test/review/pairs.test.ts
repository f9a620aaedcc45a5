import fc from "fast-check";
import { expect, test } from "vitest";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import type { Json } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { PAIRS } from "../compare/pairs/index.ts";
import type { Pair } from "../compare/pairs/pair.ts";
import { grownValues } from "../compare/support/grownValues.ts";
import { definitions, randomSchema } from "../support/hostile/randomSchemas.ts";
import { valuesFor } from "../support/hostile/randomValues.ts";
import { mistakesOf } from "./support/mistakes.ts";
import { valueContract } from "./support/valueContract.ts";

/** Pairs that are contracts: others are refused before they are compared. It may only grow. */
const MANY = 250;

interface Case {
  readonly name: string;
  readonly before: Contract;
  readonly after: Contract;
  readonly tried: () => readonly Json[];
}

function casesOf([name, a, b, , documents = { a: {}, b: {} }]: Pair): Case[] {
  const [before, after] = [valueContract(a, documents.a), valueContract(b, documents.b)];
  if (before === undefined || after === undefined) return [];
  return [{ name, before, after, tried: () => fc.sample(grownValues(a, b, documents.a, documents.b), { numRuns: 60, seed: 7 }) }];
}

const cases = Object.entries(PAIRS)
  .filter(([about]) => about !== "newerWords" && about !== "olderWords")
  .flatMap(([about, pairs]) => pairs.flatMap(casesOf).map((one) => ({ ...one, name: `${about}: ${one.name}` })));

test("there are many pairs", () => expect(cases.length).toBeGreaterThan(MANY));

test.each(cases)("$name", ({ before, after, tried }) => {
  expect(mistakesOf(before, after, tried())).toEqual([]);
});

test("a contract is no change to itself", () => {
  for (const { before } of cases) expect(compareContracts(before, structuredClone(before), { level: "types" })).toEqual([]);
});

/** A schema, and another that has most of it, or nothing. */
const randomPairs = fc
  .tuple(randomSchema, randomSchema, fc.constantFrom("other", "wrapped", "either"))
  .map(([one, other, how]): readonly [Json, Json] => {
    const wrapped = (schema: Json): Json => ({ type: "object", required: ["a"], properties: { a: schema, b: one } });
    if (how === "wrapped") return [wrapped(one), wrapped(other)];
    return how === "either" ? [one, { anyOf: [one, other] }] : [one, other];
  })
  .chain(([one, other]) =>
    fc.record({
      one: fc.constant(one),
      other: fc.constant(other),
      tried: fc.array(fc.oneof(valuesFor(one), valuesFor(other)), { minLength: 20, maxLength: 20 }),
    }),
  );

test("of random schemas nothing that breaks is called safe, and each witness is one", () => {
  const document = { components: { schemas: definitions } };
  fc.assert(
    fc.property(randomPairs, ({ one, other, tried }) => {
      const [before, after] = [valueContract(one, document), valueContract(other, document)];
      fc.pre(before !== undefined && after !== undefined);
      return before === undefined || after === undefined || mistakesOf(before, after, tried).length === 0;
    }),
    { numRuns: 100 },
  );
}, 300_000);
