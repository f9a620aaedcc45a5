import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { ReportContext } from "../../generator/compare/report/report.ts";
import { type ReportFormat, reportFormats } from "../../generator/compare/report/reportFormats.ts";
import { reports } from "../../generator/compare/report/reports.ts";
import { reviewOf, SOME_REVIEWS, somePlace } from "./support/someReviews.ts";

/**
 * A file a format: what it tells of `SOME_REVIEWS`, indented where programs get one line.
 * `RECORD=1 npx vitest run test/review/reports.test.ts` writes what is told now.
 */
const GOLDEN = fileURLToPath(new URL("../golden/reports/", import.meta.url));

const FILES: Readonly<Record<ReportFormat, string>> = {
  text: "report.txt",
  json: "report.json",
  markdown: "report.md",
  github: "report.github.txt",
  sarif: "report.sarif",
};

const CONTEXT: ReportContext = { against: "origin/main", strict: false, place: somePlace, version: "0.1.0" };

const FORMATS = reportFormats;

describe("every format tells the same reviews:", () => {
  test.each(FORMATS)("%s", (format) => {
    const told = reports[format](SOME_REVIEWS, CONTEXT);
    const text = `${format === "json" || format === "sarif" ? JSON.stringify(JSON.parse(told, shorter), undefined, 2) : told}\n`;
    const path = join(GOLDEN, FILES[format]);
    if (process.env["RECORD"] === "1") writeFileSync(path, text);
    expect(text).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
  });

  test("and each has its file", () => expect(readdirSync(GOLDEN).sort()).toEqual(Object.values(FILES).sort()));
});

/** What rules say of themselves is not repeated here. */
function shorter(key: string, value: unknown): unknown {
  return ["fullDescription", "help"].includes(key) ? undefined : value;
}

test("JSON has the shape that is documented, and nothing beyond it", () => {
  const schema = JSON.parse(readFileSync(fileURLToPath(new URL("../../docs/review.schema.json", import.meta.url)), "utf8"));
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  for (const context of [CONTEXT, { against: "x", strict: true }]) {
    validate(JSON.parse(reports.json(SOME_REVIEWS, context)));
    expect(validate.errors ?? []).toEqual([]);
  }
});

describe("where nothing changed", () => {
  const quiet = [
    reviewOf("quiet", [], { version: { asked: "none", least: null, before: "1.0.0", after: "1.0.0", enough: true } }),
  ];
  test.each(["text", "markdown", "github"] as const)("%s says so", (format) => {
    expect(reports[format](quiet, CONTEXT)).toMatchSnapshot();
  });

  test("SARIF has no result", () => {
    expect(JSON.parse(reports.sarif(quiet, CONTEXT)).runs[0].results).toEqual([]);
  });
});

test("who is strict has risks as findings, in every format", () => {
  const strict = { ...CONTEXT, strict: true };
  const risky = SOME_REVIEWS.map((review) => ({
    ...review,
    changes: review.changes.filter(({ judgement }) => judgement === "risky"),
  }));
  expect(JSON.parse(reports.json(risky, CONTEXT)).ok).toBe(true);
  expect(JSON.parse(reports.json(risky, strict)).ok).toBe(false);
  expect(reports.github(risky, CONTEXT)).toMatch(/^::warning /);
  expect(reports.github(risky, strict)).toMatch(/^::error /);
  expect(JSON.parse(reports.sarif(risky, strict)).runs[0].results[0].level).toBe("error");
  expect(reports.markdown(risky, strict)).toContain("- **risky** ");
});
