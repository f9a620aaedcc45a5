import { expect, test } from "vitest";
import { catalogue } from "../../generator/catalogue.ts";
import { reviewRules } from "../../generator/compare/reviewRules.ts";
import { conformRules } from "../../generator/conform/conformRules.ts";
import { outcomeTexts } from "../../generator/conform/outcome.ts";
import { lintRules } from "../../generator/lint/lintRules.ts";
import { sessionRules } from "../../generator/session/sessionRules.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const RULES = [sessionRules, conformRules, outcomeTexts, reviewRules];
const PLAIN = [catalogue, ...RULES].flatMap((rules) =>
  Object.entries(rules).map(([code, { title, explanation }]) => [code, { title, explanation }] as const),
);
const LEVELLED = Object.entries(lintRules).map(
  ([code, { title, explanation, level }]) => [code, { title, explanation, level }] as const,
);
const ENTRIES = [...PLAIN, ...LEVELLED];

test("a name stands for one diagnostic or one rule", () => {
  expect(new Set(ENTRIES.map(([code]) => code)).size).toBe(ENTRIES.length);
});

test("explains what a code means and what to do", async () => {
  const { status, stdout, stderr } = await explain("bad-pattern");
  expect(stdout).toBe(
    "bad-pattern: A pattern does not compile\n\nPatterns are ECMAScript regular expressions, compiled with the `u` flag.\n",
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test.each(PLAIN)("explains %s", async (code, { title, explanation }) => {
  expect(await explain(code)).toMatchObject({ status: 0, stdout: `${code}: ${title}\n\n${explanation}\n`, stderr: "" });
});

test.each(LEVELLED)("explains %s of lint, with its level", async (code, { title, explanation, level }) => {
  const stdout = `${code}: ${title}\n\n${explanation}\n\nIts level is ${level}, where wirepact.yaml gives it no other: docs/lint.md.\n`;
  expect(await explain(code)).toMatchObject({ status: 0, stdout, stderr: "" });
});

test("lists every code with its title where none is named", async () => {
  const { status, stdout } = await explain();
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual(ENTRIES.map(([code, { title }]) => [code, title]));
  expect(status).toBe(0);
});

test("--json gives an object a code", async () => {
  const [code, entry] = ENTRIES[0] ?? [];
  expect(JSON.parse((await explain(`${code}`, "--json")).stdout)).toEqual({ code, ...entry });
  expect(JSON.parse((await explain("--json")).stdout)).toEqual(ENTRIES.map(([name, each]) => ({ code: name, ...each })));
});

test.each([
  ["bad-patern", 'there is no diagnostic "bad-patern"; did you mean bad-pattern?'],
  ["weather", 'there is no diagnostic "weather"; call explain without a code to see all'],
  ["__proto__", 'there is no diagnostic "__proto__"; call explain without a code to see all'],
  ["toString", 'there is no diagnostic "toString"; call explain without a code to see all'],
])("a code that is none is told, with what was meant: %s", async (code, text) => {
  expect(await explain(code)).toMatchObject({ status: 2, stdout: "", stderr: `wirepact:1:1 - error bad-arguments: ${text}\n` });
});

function explain(...args: readonly string[]) {
  return runHere(["explain", ...args], temporaryFolder());
}
