import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LINT_RULE_IDS, lintRules } from "../../generator/lint/lintRules.ts";
import { codeBlock } from "../support/codeBlock.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const readme = readFileSync(`${ROOT}README.md`, "utf8");
const page = readFileSync(`${ROOT}docs/lint.md`, "utf8");

test("the page tells every rule, its level and its title, in the table's order", () => {
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
  const told = LINT_RULE_IDS.map((id) => [id, lintRules[id].level, lowerFirst(lintRules[id].title)]);
  expect(rows).toEqual(told);
});

test("the run of the page, on the README's protocol, gives what it shows", async () => {
  const [, command = "", output = ""] = /```console\n\$ npx wirepact (.+)\n([\s\S]*?)```/.exec(page) ?? [];
  const { stdout, status } = await runCli(command.split(" "), { cwd: chatProject({}) });
  expect(stdout).toBe(output);
  expect(status).toBe(0);
});

test("the settings of the page are read", async () => {
  const [, settings = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { stdout, status } = await runCli(["lint"], { cwd: chatProject({ "wirepact.yaml": settings }) });
  expect(stdout).toContain(" - warning heartbeat-missing: ");
  expect(stdout).toContain(" - warning reply-without-error: ");
  expect(stdout).toMatch(/\n1 protocol: 0 errors, 2 warnings, 1 ignored\n$/);
  expect(status).toBe(0);
});

test("the repository's own protocols break no rule without a reason", async () => {
  const { stdout, status } = await runCli(["lint", "--strict"], { cwd: ROOT });
  expect(stdout).toMatch(/^5 protocols: nothing to say, \d+ ignored\n$/);
  expect(status).toBe(0);
});

function chatProject(files: Readonly<Record<string, string>>): string {
  return temporaryFolder({ "schemas/chat/protocol.ts": codeBlock(readme, "ts", "protocol("), ...files });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
