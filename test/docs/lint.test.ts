import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LINT_RULE_IDS, lintRules } from "../../generator/lint/lintRules.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const page = readFileSync(`${ROOT}docs/lint.md`, "utf8");

test("the page tells every rule, its level and its title, in the table's order", () => {
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
  const told = LINT_RULE_IDS.map((id) => [id, lintRules[id].level, lowerFirst(lintRules[id].title)]);
  expect(rows).toEqual(told);
});

test("the run of the page gives what it shows", async () => {
  const [, command = "", output = ""] = /```console\n\$ npx wirepact (.+)\n([\s\S]*?)```/.exec(page) ?? [];
  const { stdout, status } = await runCli(command.split(" "), { cwd: ROOT });
  expect(stdout).toBe(output);
  expect(status).toBe(0);
});

test("the settings of the page are read", async () => {
  const [, settings = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const project = temporaryFolder({ "wirepact.yaml": settings });
  const { stdout, status } = await runCli(["lint", "terminal"], { cwd: project });
  expect(stdout).toContain("warning heartbeat-missing: ");
  expect(stdout).toMatch(/\n1 protocol: 0 errors, 1 warning, 1 ignored\n$/);
  expect(status).toBe(0);
});

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
