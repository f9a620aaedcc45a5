import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, JUDGEMENTS } from "../../generator/compare/change.ts";
import { markdownReport } from "../../generator/compare/report/markdown.ts";
import { reports } from "../../generator/compare/report/reports.ts";
import { changeOf, reviewOf } from "./support/someReviews.ts";

const CONTEXT = { against: "origin/main", strict: false };

/** What GitHub takes of a comment, however it counts. */
const LARGEST = 65_536;

/** Changes of every judgement, as many of each; a witness where that is grave. */
function manyChanges(count: number, text = "a field changed"): Change[] {
  return Array.from({ length: count }, (_, index) => {
    const judgement = JUDGEMENTS[index % JUDGEMENTS.length] ?? "safe";
    const witness = {
      meeting: "oldClientNewServer",
      from: "client",
      message: text,
      encoding: "json",
      path: `/${text}`,
      text,
    } as const;
    const name = `message${index}${text}`;
    const shown = { ...witness, frame: { type: name, values: Array.from({ length: 5 }, () => text) } };
    const proved = judgement === "safe" ? {} : { witness: shown };
    return changeOf({ judgement, message: name, text, fingerprint: `${index}`, ...proved });
  });
}

describe("a comment is never too large:", () => {
  const texts = {
    "5,000 changes": "a field changed",
    "…of long texts": "x".repeat(10_000),
    "…of four bytes": "𠀀".repeat(500),
    "…that are escaped": "\u0001@#".repeat(500),
  };

  test.each(Object.entries(texts))("%s", (_name, text) => {
    const told = markdownReport([reviewOf("chat", manyChanges(5000, text))], CONTEXT);
    expect(Buffer.byteLength(told)).toBeLessThanOrEqual(LARGEST);
    expect(Buffer.byteLength(told)).toBeGreaterThan(LARGEST / 2);
    expect(told).toMatch(/\*\*And 4,?\d+ more changes\*\*/);
    expect(told).toContain("<!-- wirepact-review -->\n");
  });

  test("5,000 protocols", () => {
    const reviews = Array.from({ length: 5000 }, (_, index) => reviewOf(`chat${index}`, manyChanges(2)));
    const told = markdownReport(reviews, CONTEXT);
    expect(Buffer.byteLength(told)).toBeLessThanOrEqual(LARGEST);
    expect(told).toContain("| and 4970 more |");
  });

  test("any number of any size, and every change is shown or counted", () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.string({ unit: "binary", maxLength: 300 }), (count, text) => {
        const told = markdownReport([reviewOf("chat", manyChanges(count, text))], CONTEXT);
        expect(Buffer.byteLength(told)).toBeLessThanOrEqual(LARGEST);
        const left = Number(/\*\*And (\d+) more changes?\*\*/.exec(told)?.[1] ?? 0);
        // Every item begins a line; nothing of a contract does.
        expect((told.match(/^- /gm) ?? []).length + left).toBe(count);
        expect(told.match(/<details>/g)).toEqual(told.match(/<\/details>/g)?.map(() => "<details>") ?? null);
      }),
      { numRuns: 60 },
    );
  });
});

test("what is cut is the least grave", () => {
  const told = markdownReport([reviewOf("chat", manyChanges(5000))], CONTEXT);
  expect(told).toContain("**breaking**");
  expect(told).not.toContain("safe change</summary>");
});

test("of more annotations than GitHub shows, the rest is told", () => {
  const lines = reports.github([reviewOf("chat", manyChanges(5000))], CONTEXT).split("\n");
  expect(lines).toHaveLength(21);
  expect(lines[9]).toMatch(/^::error title=Wirepact review::and 2491 more changes, /);
  expect(lines[10]).toContain("version-too-low");
  expect(lines[19]).toMatch(/^::warning title=Wirepact review::and 1242 more changes, /);
  expect(lines[20]).toContain("1250 breaking, 1250 unknown, 1250 risky, 1250 safe");
});

test("exactly as many annotations as GitHub shows are all shown", () => {
  const ten = Array.from({ length: 10 }, () => changeOf({ judgement: "breaking" }));
  const lines = reports.github([reviewOf("chat", ten, { version: null })], CONTEXT).split("\n");
  expect(lines).toHaveLength(11);
  expect(lines.join("\n")).not.toContain("more");
});
