import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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

/** The line that packs Wirepact and its runtime. */
const packing = block("sh", "npm pack");

/** Runs the lines of a block of the README as a reader would, but without a network. */
function follow(text: string, cwd: string): string {
  const env = { ...process.env, npm_config_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };
  return execFileSync("sh", ["-ec", text], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A project with the README's protocol, as a reader would have it after following along. */
function chatProject(protocol = block("ts", "protocol(")): string {
  return temporaryFolder({
    "schemas/chat/protocol.ts": protocol,
    "main.js": block("js", "parseClientMessage"),
  });
}

test("the protocol of the README generates, and its reader prints what the README says", async () => {
  const folder = chatProject();
  const run = await runCli(["generate", "chat"], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stderr: expect.not.stringContaining("error") });
  // Of the packed pair only the runtime is installed: what the tool itself needs would come over the network.
  follow(packing.replace(/.*npm run build && /, "").replace("../my-project", folder), ROOT);
  follow(
    block("sh", "tgz")
      .replace(/^cd .*$/m, "npm init -y")
      .replace("wirepact*.tgz", "wirepact-runtime*.tgz"),
    folder,
  );
  const printed = follow(block("sh", "node main.js"), folder);
  expect(printed.slice(printed.indexOf("["))).toBe(block("text", "[invalid-message]"));
});

test("the packed pair of the README has what its command needs", () => {
  const [packed] = JSON.parse(follow("npm pack --dry-run --json", ROOT));
  const paths: string[] = packed.files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(expect.arrayContaining(["bin/wirepact.js", "dist/generator/cli/main.js", "docs/define.md"]));
});

test("the lines of scaffold are the command's", async () => {
  const [, call = "", lines = ""] = /\$ npx wirepact (.*)\n([\s\S]*)/.exec(block("console", "scaffold")) ?? [];
  const run = await runCli(call.split(" "), { cwd: temporaryFolder() });
  expect(run).toMatchObject({ status: 0, stdout: lines });
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
