import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readReviewSettings } from "../../generator/compare/living/settings.ts";
import { reviewRules } from "../../generator/compare/reviewRules.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { GOLDEN, reviewCases } from "../review/reviewCases.ts";
import { ROOT } from "../support/protocols.ts";

const PAGE = readFileSync(join(ROOT, "docs/review.md"), "utf8");

/** The blocks of the page in a language. */
function blocks(language: string): string[] {
  return [...PAGE.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, is, text = ""]) => (is === language ? [text] : []));
}

/** A text without what its lines are indented by. */
const flat = (text: string) => text.replace(/^ +/gm, "");

describe("the page on reviews", () => {
  const reports = reviewCases().map((name) => flat(readFileSync(join(GOLDEN, name, "expected.txt"), "utf8")));

  test.each(blocks("text"))("shows what a golden folder tells: %s", (block) => {
    expect(reports.filter((report) => report.includes(flat(block)))).not.toEqual([]);
  });

  test("has such blocks", () => expect(blocks("text").length).toBeGreaterThan(0));

  test.each(blocks("yaml").filter((block) => block.startsWith("review:")))("shows settings that are read: %s", (block) => {
    const findings = new Findings();
    // What YAML gives of a mapping.
    const { review } = parse(block) as JsonObject;
    const { approvals } = readReviewSettings(review, "/review", findings);
    expect(findings.all).toEqual([]);
    expect(approvals.length).toBeGreaterThan(0);
  });

  test("names rules that there are", () => {
    const named = [...PAGE.matchAll(/`npx wirepact explain ([a-z-]+)`/g)].map(([, rule]) => rule);
    expect(named.length).toBeGreaterThan(0);
    for (const rule of named) expect(Object.keys(reviewRules)).toContain(rule);
  });
});
