import { getString, isObject, type JsonObject } from "../../../json.ts";
import type { Meter } from "../budget.ts";
import { type Claim, claim, type Ways } from "../claim.ts";
import type { Literal } from "../literal.ts";
import { type Side, targetOf } from "../side.ts";
import { combinedMeanings } from "./combined.ts";
import { listMeanings } from "./lists.ts";
import type { Meaning, Word } from "./meaning.ts";
import { numberMeanings } from "./numbers.ts";
import { objectMeanings } from "./objects.ts";
import { textMeanings } from "./texts.ts";
import { valueMeanings } from "./values.ts";

/** Part of what a literal says: one of these ways is how a value keeps it, and the test is that literal about this part alone. */
export interface Reading {
  readonly ways: Ways;
  readonly test: Literal;
}

/** All that schemas say, what tells the most first. */
const MEANINGS: readonly Meaning[] = [
  ...valueMeanings,
  ...objectMeanings,
  ...listMeanings,
  ...textMeanings,
  ...numberMeanings,
  ...combinedMeanings,
];

/** What a literal says of a value: all of the readings hold. */
export function readingsOf(literal: Literal, meter: Meter): readonly Reading[] {
  const { holds, schema, side } = literal;
  if (!isObject(schema)) return (schema !== false) === holds ? [] : [{ ways: [], test: literal }];
  const reference = getString(schema, "$ref");
  if (reference !== undefined) return [{ ways: [[claim({ holds, schema: targetOf(side, reference), side })]], test: literal }];
  const said = MEANINGS.filter(({ keywords }) => keywords.some((keyword) => Object.hasOwn(schema, keyword)));
  const word: Word = { schema, side, meter };
  if (holds) return said.map((meaning) => ({ ways: meaning.keep(word), test: partOf(schema, meaning, side) }));
  return [{ ways: said.flatMap((meaning): readonly (readonly Claim[])[] => meaning.breach(word)), test: literal }];
}

function partOf(schema: JsonObject, { keywords }: Meaning, side: Side): Literal {
  const part = Object.fromEntries(Object.entries(schema).filter(([name]) => keywords.includes(name)));
  return { holds: true, schema: part, side };
}
