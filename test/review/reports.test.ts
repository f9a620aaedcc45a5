import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { failures } from "../../generator/compare/report/failures.ts";
import type { PlaceOf } from "../../generator/compare/report/place.ts";
import type { ReportContext } from "../../generator/compare/report/report.ts";
import { type ReportFormat, reportFormats } from "../../generator/compare/report/reportFormats.ts";
import { reports } from "../../generator/compare/report/reports.ts";
import { changeOf, reviewOf, SOME_REVIEWS, somePlace } from "./support/someReviews.ts";

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
  const failure = {
    code: "yaml-syntax",
    severity: "error",
    text: "no",
    position: { file: "a.yaml", line: 1, column: 1 },
  } as const;
  const told = [CONTEXT, { against: "x", strict: true }].map((context) => reports.json(SOME_REVIEWS, context));
  for (const text of [...told, failures.json([failure])]) {
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  }
});

describe("a version that fails the run is told as what fails it:", () => {
  const additive = reviewOf("chat", [changeOf({})], {
    version: { asked: "minor", least: "1.1.0", before: "1.0.0", after: "1.0.0", enough: false },
  });
  const place: PlaceOf = (_, { pointer }) =>
    pointer === "/info/version" ? { file: "chat.yaml", line: 4, column: 3 } : undefined;
  const text = "these changes ask for 1.1.0, a minor step, and it is still 1.0.0";
  const failing: ReportContext = { ...CONTEXT, versions: "error", place };
  const told = (format: ReportFormat, context = failing) => reports[format]([additive], context);

  test("text", () => {
    expect(told("text")).toContain(`version: error: ${text}`);
    expect(told("text")).toMatch(/: 1 safe; 1 version too low$/);
  });

  test("github", () => {
    expect(told("github")).toContain(`::error file=chat.yaml,line=4,col=3,title=chat%3A version-too-low::${text}`);
    expect(told("github", { ...failing, versions: "warning" })).toContain("::warning file=chat.yaml");
    expect(told("github", { ...failing, versions: "off" })).not.toContain("::");
  });

  test("markdown", () => {
    expect(told("markdown")).toContain("## Wirepact review: 1 safe; 1 version too low");
    expect(told("markdown")).toContain("**Nothing breaks. The version moves less than it must.**");
    expect(told("markdown")).toContain("**Version** of `chat`: these changes ask for");
    expect(told("markdown", { ...failing, versions: "warning" })).toContain("**Nothing breaks.**");
  });

  test("SARIF", () => {
    const [run] = JSON.parse(told("sarif")).runs;
    expect(run.results).toMatchObject([{ ruleId: "version-too-low", level: "error", message: { text: `chat\n${text}` } }]);
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe("version-too-low");
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({ startLine: 4, startColumn: 3 });
  });

  test("JSON", () => expect(JSON.parse(told("json"))).toMatchObject({ ok: false, protocols: [{ version: { enough: false } }] }));

  test("GitHub's ten annotations of a kind count it, too", () => {
    const many = reviewOf(
      "chat",
      Array.from({ length: 30 }, () => changeOf({ judgement: "breaking" })),
    );
    const lines = reports.github([many], failing).split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  });
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
