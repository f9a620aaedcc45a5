import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../generator/catalogue.ts";
import { EXPECTED, GOLDEN, goldenCases, layoutOf, record, runCase } from "./goldenCases.ts";

/** Codes that no contract can trigger, or not quickly; each is tested where its reason says. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "bad-arguments": "about how the command was called: test/cli",
  "unknown-base": "about what a review compares with: test/review/review.test.ts",
  "unreadable-file": "the file is missing, huge or no UTF-8: test/diagnostics/hostileFiles.test.ts",
  "too-deep": "hundreds of levels, made by the test: test/diagnostics/hostileFiles.test.ts",
  "parser-gave-up": "takes as long as the parser is given: test/diagnostics/judge.test.ts",
  template: "about a project's templates: test/cli/templates.test.ts",
  internal: "only a project's template is known to cause it: test/cli/templates.test.ts",
  "foreign-file": "about the output folder: test/cli/output.test.ts",
  "foreign-package": "about the output folder: test/cli/origins.test.ts",
  "unsafe-output": "about the output folder: test/cli/output.test.ts",
  "orphaned-package": "about the output folder: test/cli/output.test.ts",
  "out-of-date": "about the output folder: test/cli/check.test.ts",
  "bad-handlers": "about a file of the user: test/golden/scaffold",
  "missing-handler": "about a file of the user: test/golden/scaffold",
  "unknown-handler": "about a file of the user: test/golden/scaffold",
  "bad-settings": "about wirepact.yaml: test/cli/lint.test.ts",
  "stale-approval": "about wirepact.yaml: test/review/approvals.test.ts",
  "expired-approval": "about wirepact.yaml: test/review/approvals.test.ts",
  "stale-ignore": "about wirepact.yaml: test/cli/lint.test.ts",
};

/** `RECORD=1 npx vitest run test/diagnostics` writes what the command says now; read the difference before you commit it. */
const RECORDING = process.env["RECORD"] === "1";

describe("a mistake in a contract is told with its place, and nothing is written:", () => {
  test.each(goldenCases())("%s", async (name) => {
    const run = await runCase(name);
    const file = join(GOLDEN, name, EXPECTED);
    if (RECORDING) record(name, run.stderr);
    const expected = readFileSync(file, "utf8");
    expect(run.stderr).toBe(expected);
    expect(run.status).toBe(isError(expected) ? 2 : 0);
    if (isError(expected)) expect(run).toMatchObject({ stdout: "", touched: [] });
  });
});

test("every folder is a case: an input and an answer", () => {
  const incomplete = goldenCases().filter((name) => layoutOf(name) === undefined || !existsSync(join(GOLDEN, name, EXPECTED)));
  expect(incomplete).toEqual([]);
});

test("every code of the catalogue has a case, or a reason why it has none", () => {
  const answers = goldenCases().map((name) => readFileSync(join(GOLDEN, name, EXPECTED), "utf8"));
  const seen = answers.flatMap((text) => [...text.matchAll(/ - (?:error|warning) ([a-z-]+): /g)].map(([, code]) => code));
  const untold = Object.keys(catalogue).filter((code) => !seen.includes(code) && !Object.hasOwn(ELSEWHERE, code));
  expect(untold).toEqual([]);
  const outdated = Object.keys(ELSEWHERE).filter((code) => !Object.hasOwn(catalogue, code) || seen.includes(code));
  expect(outdated).toEqual([]);
});

function isError(answer: string): boolean {
  return answer.includes(" - error ");
}
