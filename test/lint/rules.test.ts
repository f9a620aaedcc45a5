import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../generator/catalogue.ts";
import { LINT_RULE_IDS, type LintRuleId, lintRules } from "../../generator/lint/lintRules.ts";
import { TOLD_BY_GENERATE } from "../../generator/lint/toldByGenerate.ts";
import { sessionRules } from "../../generator/session/sessionRules.ts";
import { expected, hasContract, lintAlone, record, ruleFolders } from "./ruleFolders.ts";

/** `RECORD=1 npx vitest run test/lint` writes what the command says now; read the difference before you commit it. */
const RECORDING = process.env["RECORD"] === "1";

describe.each(LINT_RULE_IDS)("%s", (rule) => {
  test("is told of the contract that breaks it, and of nothing else there", () => isTold(rule, "breaks.yaml", "expected.txt"));

  test.runIf(hasContract(rule, "breaks.ts"))("is told in a module, too", () => isTold(rule, "breaks.ts", "expected-module.txt"));

  test("is not told of the contract that keeps it", async () => {
    const { status, stdout, stderr } = await lintAlone(rule, "fine.yaml", alone(rule));
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "1 protocol: nothing to say\n", stderr: "" });
  });

  test("is not told of the contract that breaks it, where it is off", async () => {
    const { status, stdout } = await lintAlone(rule, "breaks.yaml", { ...alone(rule), [rule]: "off" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "1 protocol: nothing to say\n" });
  });

  test("says what it is about, why, and what to do", () => {
    const { title, explanation } = lintRules[rule];
    expect(title).toMatch(/^[A-Z"].*[^.]$/);
    expect(explanation.length).toBeGreaterThan(120);
    expect(explanation).toMatch(/\.$/);
  });
});

async function isTold(rule: LintRuleId, contract: string, file: string): Promise<void> {
  const { status, stdout, stderr } = await lintAlone(rule, contract, alone(rule));
  expect(stderr).toBe("");
  if (RECORDING) record(rule, file, stdout);
  expect(stdout).toBe(expected(rule, file));
  const codes = [...stdout.matchAll(/ - (?:error|warning) ([a-z-]+): /g)].map(([, code]) => code);
  expect(new Set(codes)).toEqual(new Set([rule]));
  expect(status).toBe(stdout.includes(" - error ") ? 1 : 0);
}

/** Every other rule off, and this one on. */
function alone(rule: LintRuleId): Record<string, string> {
  const off = [...LINT_RULE_IDS, ...TOLD_BY_GENERATE].map((id) => [id, "off"] as const);
  const { level } = lintRules[rule];
  return { ...Object.fromEntries(off), [rule]: level === "off" ? "warning" : level };
}

test("every rule has its folder, and every folder its rule", () => {
  expect(ruleFolders()).toEqual([...LINT_RULE_IDS].sort());
});

test("every file of rules/ is a rule of the table, under its name", () => {
  const files = readdirSync(new URL("../../generator/lint/rules/", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
  const camel = (id: string) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  expect(files.sort()).toEqual(LINT_RULE_IDS.map(camel).sort());
  expect(existsSync(new URL("../../generator/lint/rules/index.ts", import.meta.url))).toBe(false);
});

test("no rule has the name of a diagnostic or of a session's rule", () => {
  const taken = [...Object.keys(catalogue), ...Object.keys(sessionRules)];
  expect(LINT_RULE_IDS.filter((id) => taken.includes(id))).toEqual([]);
});

/** What `generate` warns of that is none of a contract that lint could read: the parser's word, and the output folder. */
const NOT_TOLD = ["asyncapi"];

test("what generate warns of in a contract has a level that can be set", () => {
  const folder = fileURLToPath(new URL("../golden/diagnostics/", import.meta.url));
  const answers = readdirSync(folder).map((name) => readFileSync(join(folder, name, "expected.txt"), "utf8"));
  const warned = new Set(answers.flatMap((text) => [...text.matchAll(/ - warning ([a-z-]+): /g)].map(([, code]) => code)));
  expect([...warned].filter((code) => !NOT_TOLD.includes(`${code}`)).sort()).toEqual([...TOLD_BY_GENERATE].sort());
});
