import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { readAnswer } from "../../generator/conform/codec/answer.ts";
import { codecSuite } from "../../generator/conform/codec/codecSuite.ts";
import { conformRules } from "../../generator/conform/conformRules.ts";
import { runCases } from "../../generator/conform/run.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { shippedContract } from "../support/shipped.ts";

const page = readFileSync(`${ROOT}docs/conform.md`, "utf8");

/** Rows of the table of the line protocol: what is asked, and how it is answered. */
const rows = [...page.matchAll(/^\| (`\{"do".*) \| (.*) \|$/gm)].map(([, asked = "", answered = ""]) => {
  return { asked: objectsIn(asked), answered: objectsIn(answered) };
});

/** The objects that a cell shows, with something in the place of its capitals. */
function objectsIn(cell: string): Record<string, unknown>[] {
  const spans = [...cell.matchAll(/`(\{.*?\})`/g)].map(([, span = ""]) => span);
  return spans.map((span) => JSON.parse(span.replaceAll(/:([IFTH])([,}])/g, ':"$1"$2').replace(", …", "")));
}

test("the client of the page plays the flows that it has", async () => {
  const [, program = ""] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const file = `${ROOT}test/docs/conform-client.tmp.mjs`;
  writeFileSync(file, program);
  onTestFinished(() => rmSync(file));
  const run = await runCli(["conform", "client", "panel", "--json", "--timeout", "30000", "--", process.execPath, file], {
    cwd: ROOT,
  });
  const { ok, results } = JSON.parse(run.stdout);
  const others = results.filter(({ outcome }: { outcome: string }) => outcome !== "pass");
  expect(others).toMatchObject([{ id: "client/panel/flow/unknown-tool", outcome: "skipped" }]);
  expect(ok).toBe(true);
});

test("what codecs are asked is what the page says", async () => {
  const recorder = `require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id, ...asked } = JSON.parse(line);
    if (asked.do === "stop") process.exit(0);
    const does = ["validate", "errors", "decode", "encode", "session"];
    console.log(JSON.stringify(asked.do === "start" ? { ok: true, does } : { id, skip: Object.keys({ ...asked, id }).sort().join() + " " + asked.do }));
  });`;
  const suite = codecSuite(await shippedContract("nodetool"), [process.execPath, "-e", recorder]);
  onTestFinished(suite.close);
  const asked = new Set<string>();
  for await (const { verdict } of runCases(suite.cases, { timeout: 30_000 }))
    if (verdict.kind === "skipped") asked.add(verdict.reason);
  const told = rows.flatMap((row) => row.asked);
  const shapes = told.filter((one) => "id" in one).map((one) => `${Object.keys(one).sort().join()} ${one["do"]}`);
  expect([...asked].sort()).toEqual([...shapes].sort());
});

test("how the page says that codecs answer is how they are understood", () => {
  const answers = rows.flatMap(({ answered }) => answered).filter((answer) => "id" in answer);
  expect(answers.length).toBeGreaterThan(7);
  for (const answer of answers) expect(["ok", "refused"]).toContain(readAnswer(JSON.parse(JSON.stringify(answer))).kind);
});

test("every rule that the page names there is", () => {
  const named = [...page.matchAll(/`((?:server|client|codec)-[a-z-]+)`/g)].map(([, rule]) => rule);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((rule) => !Object.hasOwn(conformRules, rule ?? ""))).toEqual([]);
});
