import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { include } from "../../generator/compare/schema/include.ts";
import type { Inclusion, Sends } from "../../generator/compare/schema/inclusion.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { PAIRS } from "./pairs/index.ts";
import type { Pair, Relation } from "./pairs/pair.ts";
import { grownValues } from "./support/grownValues.ts";
import { secondOpinion } from "./support/secondOpinion.ts";
import { sendingOf } from "./support/sending.ts";

/** Questions that stay open, each direction for itself. It may only fall: who answers one lowers it. */
const UNKNOWN = 6;

interface Question {
  readonly name: string;
  readonly sender: Json;
  readonly reader: Json;
  readonly isIncluded: boolean;
  readonly documents: { readonly sender: JsonObject; readonly reader: JsonObject };
  readonly dialect: "draft-07" | "2020-12";
  readonly sends: Sends;
}

const WITHIN: Readonly<Record<Relation, readonly [aInB: boolean, bInA: boolean]>> = {
  same: [true, true],
  narrower: [true, false],
  wider: [false, true],
  other: [false, false],
};

function questionsOf(about: string, [name, a, b, relation, documents = { a: {}, b: {} }]: Pair): Question[] {
  const [aInB, bInA] = WITHIN[relation];
  const dialect = about === "newerWords" ? "2020-12" : "draft-07";
  const sends = about === "sent" ? "described" : "admitted";
  return [
    {
      name: `${name} →`,
      sender: a,
      reader: b,
      isIncluded: aInB,
      documents: { sender: documents.a, reader: documents.b },
      dialect,
      sends,
    },
    {
      name: `${name} ←`,
      sender: b,
      reader: a,
      isIncluded: bInA,
      documents: { sender: documents.b, reader: documents.a },
      dialect,
      sends,
    },
  ];
}

function ask({ sender, reader, documents, sends }: Question): Inclusion {
  const from = { document: documents.sender, schema: sender };
  return include(from, { document: documents.reader, schema: reader }, undefined, sends);
}

/** Whether the one sends a value that the other refuses, in the eyes of plain ajv. */
function partingOf({ sender, reader, documents, dialect, sends }: Question): (value: Json) => boolean {
  const isSent = sendingOf(documents.sender, sender, sends, dialect);
  const reads = secondOpinion(documents.reader, dialect);
  return (value) => isSent(value) && !reads(reader, value);
}

const questions = Object.entries(PAIRS).map(
  ([about, pairs]) => [about, pairs.flatMap((pair) => questionsOf(about, pair))] as const,
);

test("there are more than 300 pairs, each of its own name", () => {
  const names = questions.flatMap(([about, list]) => list.map(({ name }) => `${about}: ${name}`));
  expect(names.length / 2).toBeGreaterThan(300);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(questions)("%s", (_, list) => {
  test.each(list)("$name", (question) => {
    const verdict = ask(question);
    const parts = partingOf(question);
    if (verdict.kind === "witness") expect([question.isIncluded, parts(verdict.value)]).toEqual([false, true]);
    if (verdict.kind === "included") expect(question.isIncluded).toBe(true);
    if (question.isIncluded) expect(counterExamples(question, parts)).toEqual([]);
  });
});

/** What an independent search finds. */
function counterExamples({ sender, reader, documents }: Question, parts: (value: Json) => boolean): Json[] {
  const values = grownValues(sender, reader, documents.sender, documents.reader);
  return fc.sample(values, { numRuns: 150, seed: 20_12 }).filter(parts);
}

test("few questions stay open", () => {
  const verdicts = questions.flatMap(([, list]) => list.map((question) => ({ name: question.name, ...ask(question) })));
  const open = verdicts.filter(({ kind }) => kind === "unknown");
  const count = (kind: string) => verdicts.filter((verdict) => verdict.kind === kind).length;
  console.info(
    `${verdicts.length} questions: ${count("included")} included, ${count("witness")} witnesses, ${open.length} unknown`,
  );
  expect(open.length, open.map(({ name, ...verdict }) => JSON.stringify({ name, ...verdict })).join("\n")).toBe(UNKNOWN);
});
