import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { codeBlock } from "../support/codeBlock.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");

const block = (language: string, word: string) => codeBlock(readme, language, word);

/** The line that packs Wirepact and its runtime. */
const packing = block("sh", "npm pack");

/** Runs the lines of a block of the README as a reader would, but without a network. */
function follow(text: string, cwd: string): string {
  const env = {
    ...process.env,
    npm_config_offline: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_legacy_peer_deps: "true",
  };
  return execFileSync("sh", ["-ec", text], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A project with the README's protocol, as a reader would have it after following along. */
function chatProject(protocol = block("ts", "protocol(")): string {
  return temporaryFolder({
    "schemas/chat/protocol.ts": protocol,
    "main.js": block("js", "parseClientMessage"),
    "server.js": block("js", "serveChat").replace("3000", "0"),
    "client.js": block("js", "connectChat"),
  });
}

test("the chat of the README generates, installs, and prints what the README says", async () => {
  const folder = chatProject();
  const run = await runCli(["generate", "chat"], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stderr: expect.not.stringContaining("error") });
  // Of the packed pair only the runtime is installed: what the tool itself needs would come over the network.
  follow(packing.replace(/.*npm run build && /, "").replaceAll("../my-project", folder), ROOT);
  follow(
    block("sh", "tgz")
      .replace(/^cd .*$/m, "npm init -y")
      .replace("wirepact*.tgz", "wirepact-runtime*.tgz"),
    folder,
  );
  follow(block("sh", "./generated/chat").replace(/^npx .*$/m, ""), folder);
  // A peer, which would come over the network too.
  symlinkSync(join(ROOT, "node_modules/ws"), join(folder, "node_modules/ws"));
  expect(follow("node main.js", folder)).toBe("[invalid-message] \"send\" at /text: must have required property 'text'\n");
  expect(await talk(folder)).toBe(block("text", "bob heard"));
});

/** Starts the README's server, runs its client, and gives what that prints. */
async function talk(folder: string): Promise<string> {
  const server = spawn(process.execPath, ["server.js"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void server.kill());
  const [line] = await once(server.stdout, "data");
  const [, port = ""] = /^listening on port (\d+)\n$/.exec(String(line)) ?? [];
  const client = join(folder, "client.js");
  writeFileSync(client, readFileSync(client, "utf8").replace("3000", port));
  return follow("node client.js", folder);
}

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
