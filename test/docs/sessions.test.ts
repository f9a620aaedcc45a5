import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sessionRules } from "../../generator/session/sessionRules.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";

const page = readFileSync(`${ROOT}docs/sessions.md`, "utf8");
const [session = "", verdicts = ""] = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, block = ""]) => block);

test("the page tells every rule", () => {
  expect([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, rule]) => rule)).toEqual(Object.keys(sessionRules));
});

test("the session of the page gets the verdicts of the page", async () => {
  const { stdout } = await runCli(["validate", "panel", "--session"], { cwd: ROOT, input: session });
  const refused = stdout.split("\n").filter((line) => line.includes('"ok":false'));
  expect(refused.map((line) => line.replace(/"at":"[^"]*"/, '"at":"…"'))).toEqual(verdicts.trimEnd().split("\n"));
});
