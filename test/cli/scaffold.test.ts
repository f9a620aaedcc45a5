import { chmodSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatSchema, newProject, SCHEMA, writeFiles } from "./chatProject.ts";

const SERVER = ["scaffold", "server", "chat", "--to", "server.ts"];
const ADDED = 'server.ts:6:3 - added "say"\nserver.ts: written, with 1 handler\n';

test("writes a file, adds to it when the contract grows, and tells what the contract lost", async () => {
  const project = newProject();
  expect(await runHere(SERVER, project)).toMatchObject({ status: 0, stdout: ADDED, stderr: "" });
  expect(await runHere([...SERVER, "--check"], project)).toMatchObject({ status: 0, stdout: "server.ts: nothing is missing\n" });

  writeFiles(project, { [SCHEMA]: chatSchema({ shout: "text: Type.String()" }) });
  const written = readFileSync(join(project, "server.ts"), "utf8");
  expect(await runHere([...SERVER, "--check"], project)).toMatchObject({
    status: 1,
    stdout: "server.ts lacks 1 handler\n",
    stderr: `server.ts:4:39 - error missing-handler: there is no handler "shout"; run: npx wirepact ${SERVER.join(" ")}
server.ts:6:3 - warning unknown-handler: "say" is for no message of chat; remove it, or bring the message back\n`,
  });
  expect(readFileSync(join(project, "server.ts"), "utf8")).toBe(written);

  expect(await runHere(SERVER, project)).toMatchObject({
    status: 0,
    stdout: 'server.ts:10:3 - added "shout"\nserver.ts: 1 handler added; nothing else was touched\n',
  });
  expect(readFileSync(join(project, "server.ts"), "utf8").split("\n").slice(0, 8)).toEqual(written.split("\n").slice(0, 8));
});

test("--json says the same in one object", async () => {
  const project = newProject();
  const run = async (...more: string[]) => JSON.parse((await runHere([...SERVER, "--json", ...more], project)).stdout);
  const same = { protocol: "chat", side: "server", file: "server.ts", unknown: [] };
  const missing = { code: "missing-handler", position: { file: "server.ts", line: 1, column: 1 } };
  expect(await run("--check")).toMatchObject({
    ok: false,
    ...same,
    created: false,
    added: [],
    missing: ["say"],
    diagnostics: [missing],
  });
  expect(await run()).toMatchObject({ ok: true, ...same, created: true, added: [{ name: "say" }], missing: [], diagnostics: [] });
  expect(await run("--check")).toEqual({ ok: true, ...same, created: false, added: [], missing: [], diagnostics: [] });
});

test("--from reads an AsyncAPI document, and the command that it tells names it", async () => {
  const project = newProject();
  await runHere(["generate"], project);
  const document = readTree(project)["generated/chat/asyncapi.yaml"] ?? "";
  const elsewhere = temporaryFolder({ "my talk.yaml": document });
  const run = await runHere(["scaffold", "client", "talk", "--from", "my talk.yaml", "--to", "a b.js", "--check"], elsewhere);
  expect(run.stderr).toContain("run: npx wirepact scaffold client talk --from 'my talk.yaml' --to 'a b.js'\n");
  expect(run.status).toBe(1);
  await runHere(["scaffold", "client", "talk", "--from", "my talk.yaml", "--to", "client.js"], elsewhere);
  expect(readTree(elsewhere)["client.js"]).toContain('import { connectTalk } from "@wirepact/talk/client";');
});

test("an empty file is as good as none", async () => {
  const project = newProject({ "server.ts": "\n" });
  expect(await runHere(SERVER, project)).toMatchObject({ status: 0, stdout: ADDED });
});

test("folders that are missing are made, and a file keeps who may run it", async () => {
  const project = newProject();
  const to = ["scaffold", "server", "chat", "--to", "src/deep/server.mjs"];
  expect(await runHere(to, project)).toMatchObject({ status: 0 });
  const path = join(project, "src/deep/server.mjs");
  chmodSync(path, 0o755);
  writeFiles(project, { [SCHEMA]: chatSchema({ say: "text: Type.String()", shout: "text: Type.String()" }) });
  expect(await runHere(to, project)).toMatchObject({ status: 0 });
  expect(lstatSync(path).mode & 0o777).toBe(0o755);
  expect(Object.keys(readTree(project)).filter((name) => name.startsWith("src/"))).toEqual(["src/deep/server.mjs"]);
});

describe("wrong usage is told with the way out:", () => {
  test.each([
    ["no file", ["scaffold", "server", "chat"], "error bad-arguments: required option '--to <file>' not specified"],
    ["a side that there is not", ["scaffold", "peer", "chat", "--to", "a.ts"], "Allowed choices are server, client."],
    ["a protocol that there is not", ["scaffold", "server", "chta", "--to", "a.ts"], "did you mean chat?"],
    [
      "a file of another language",
      ["scaffold", "server", "chat", "--to", "a.py"],
      '(.ts, .mts, .js, .mjs), not "a.py"; name one',
    ],
    ["declarations, which hold no code", ["scaffold", "server", "chat", "--to", "a.d.ts"], 'not "a.d.ts"'],
    ["a CommonJS module", ["scaffold", "server", "chat", "--to", "a.cjs"], 'not "a.cjs"'],
  ])("%s", async (_what, args, answer) => {
    const project = newProject();
    await refused(project, args, expect.stringContaining(answer));
  });
});

describe("nothing is written where it must not be:", () => {
  test("through a link in place of the file", async () => {
    const project = newProject({ "precious.ts": "// Keep me." });
    symlinkSync(join(project, "precious.ts"), join(project, "server.ts"));
    const answer =
      "server.ts:1:1 - error unsafe-output: is a symbolic link, which is never followed; name its target with --to\n";
    await refused(project, SERVER, answer);
  });

  test("through a link that leads nowhere", async () => {
    const project = newProject();
    symlinkSync(join(project, "nowhere.ts"), join(project, "server.ts"));
    await refused(project, SERVER, expect.stringContaining("server.ts:1:1 - error unsafe-output: is a symbolic link"));
  });

  test("through a link in place of a folder, however deep", async () => {
    const project = newProject();
    symlinkSync(temporaryFolder(), join(project, "src"));
    const answer =
      "src:1:1 - error unsafe-output: is a symbolic link, which is never followed; name a file in its target with --to\n";
    await refused(project, ["scaffold", "server", "chat", "--to", "src/a/b/server.ts"], answer);
  });

  test("over a folder", async () => {
    const project = newProject();
    mkdirSync(join(project, "server.ts"));
    await refused(project, SERVER, "server.ts:1:1 - error unsafe-output: is no regular file; name another with --to\n");
  });

  test("below a file", async () => {
    const project = newProject({ src: "Mine." });
    const answer =
      "src:1:1 - error unsafe-output: is no folder, so that src/server.ts cannot be in it; name another file with --to\n";
    await refused(project, ["scaffold", "server", "chat", "--to", "src/server.ts"], answer);
  });

  test("over a file that is no text", async () => {
    const project = newProject();
    writeFileSync(join(project, "server.ts"), Uint8Array.of(0x2f, 0x2f, 0xff, 0xfe));
    const answer = "server.ts:1:1 - error unreadable-file: is no UTF-8 text; mend it, or name another file with --to\n";
    await refused(project, SERVER, answer);
  });

  test("where the contract is broken", async () => {
    const project = newProject({ [SCHEMA]: chatSchema({ say: "text: Type.Strin()" }) });
    await refused(project, SERVER, expect.stringContaining(`${SCHEMA}:`));
  });
});

/** Expects this answer, and that nothing in the project has changed. */
async function refused(project: string, args: readonly string[], answer: string): Promise<void> {
  const before = readTree(project);
  const { status, stderr } = await runHere(args, project);
  expect(stderr).toEqual(answer);
  expect(status).toBe(2);
  expect(readTree(project)).toEqual(before);
}
