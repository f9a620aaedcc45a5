import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Change } from "../../generator/compare/change.ts";
import { contractRules, type ReviewRule, reviewRules } from "../../generator/compare/reviewRules.ts";
import { fieldRules } from "../../generator/compare/rules/fields/fieldRules.ts";
import { expectedOf, FILES, GOLDEN, printCase, record, reviewCase, reviewCases } from "./reviewCases.ts";

/** `RECORD=1 npx vitest run test/review/golden.test.ts` writes what is told now; read the difference before you commit it. */
const RECORDING = process.env["RECORD"] === "1";

describe("a change is told, there and back:", () => {
  test.each(reviewCases())("%s", async (name) => {
    const text = printCase(await reviewCase(name));
    if (RECORDING) record(name, text);
    expect(text).toBe(expectedOf(name));
  });

  test.each(reviewCases())("%s: what breaks has a frame to show, a session, or what makes it certain", async (name) => {
    const changes = (await reviewCase(name)).wire.flatMap((review) => review.changes);
    const broken = changes.filter(({ meetings }) => Object.values(meetings).includes("breaking"));
    const isProved = ({ witness, session, proof }: Change) => (witness ?? session ?? proof) !== undefined;
    expect(broken.filter((change) => !isProved(change))).toEqual([]);
  });

  test.each(reviewCases())("%s: what is told of the way there has its opposite on the way back", async (name) => {
    const [there, back] = (await reviewCase(name)).wire.map(({ changes }) => new Set(changes.map(({ rule }) => rule)));
    const opposites = [...(there ?? [])].map((rule) => reviewRules[rule].opposite).filter((one) => typeof one === "string");
    expect([...new Set(opposites)].sort()).toEqual(
      [...(back ?? [])].filter((rule) => typeof reviewRules[rule].opposite === "string").sort(),
    );
  });
});

test("every folder is a case", () => {
  const incomplete = reviewCases().filter((name) => FILES.some((file) => !existsSync(join(GOLDEN, name, file))));
  expect(incomplete).toEqual([]);
});

test("every rule has a case", () => {
  const told = reviewCases().map(expectedOf).join("\n");
  expect(Object.keys({ ...contractRules, ...fieldRules }).filter((rule) => !told.includes(`(${rule} `))).toEqual([]);
});

describe("a rule has its opposite, or says why there is none:", () => {
  test.each(Object.entries(reviewRules))("%s", (id, { opposite }) => {
    if (typeof opposite !== "string") return expect(opposite.none).toMatch(/^[A-Z].*\.$/);
    // A name that is no rule is no key either.
    expect(reviewRules[opposite as ReviewRule]).toMatchObject({ opposite: id });
  });
});
