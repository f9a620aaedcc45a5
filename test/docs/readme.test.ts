import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");

/** The text of the first block of a language that holds a word. */
function block(language: string, word: string): string {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map((match) => match[1] ?? "");
  return blocks.find((text) => text.includes(word)) ?? "";
}

/** A project with the README's protocol, as a reader would have it after following along. */
function chatProject(protocol = block("ts", "protocol(")): string {
  return temporaryFolder({
    "package.json": '{"type":"module"}',
    "schemas/chat/protocol.ts": protocol,
    "main.js": block("js", "parseClientMessage"),
  });
}

test("the protocol of the README generates, and its reader prints what the README says", async () => {
  const folder = chatProject();
  const run = await runCli(["generate", "chat"], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stderr: expect.not.stringContaining("error") });
  mkdirSync(join(folder, "node_modules/@wirepact"), { recursive: true });
  symlinkSync(join(folder, "generated/chat"), join(folder, "node_modules/@wirepact/chat"));
  symlinkSync(join(ROOT, "runtime"), join(folder, "node_modules/@wirepact/runtime"));
  const printed = execFileSync(process.execPath, ["--preserve-symlinks", "main.js"], { cwd: folder, encoding: "utf8" });
  expect(printed).toBe(block("text", "[invalid-message]"));
});

test("the verdict of the README is the command's", async () => {
  const [, frame = "", verdict = ""] = /\$ echo '(.*)' \| .*\n(.*)\n/.exec(block("console", "validate")) ?? [];
  const run = await runCli(["validate", "panel", "--from", "client"], { cwd: ROOT, input: `${frame}\n` });
  expect(run.stdout).toBe(`${verdict}\n`);
});

test("the diagnostic of the README is the command's", async () => {
  const folder = chatProject(block("ts", "protocol(").replace("maxLength", "maxLenght"));
  const run = await runCli(["generate", "chat"], { cwd: folder });
  expect(run).toMatchObject({ status: 2, stderr: block("text", "misspelled-keyword") });
});

test("the lines of npm start are the command's, but for its seconds", async () => {
  const run = await runCli(["generate"], { cwd: ROOT });
  const untimed = (text: string) => text.replace(/in [\d.]+ s/, "in … s").replace(/ +$/gm, "");
  expect(untimed(run.stdout)).toBe(untimed(block("text", "5 packages")));
});

test("every file that the README links to is there", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? "");
  for (const link of links) expect(() => readFileSync(join(ROOT, link)), link).not.toThrow(/ENOENT/);
});
