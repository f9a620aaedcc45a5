import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { readTree } from "../support/readTree.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { generatedProject, writeFiles } from "./chatProject.ts";

const EDITED = chatDocument("more: { type: string }");
const GONE = "this package was made from docs/chat.yaml, which is not there";

test("a package that was made from a file is generated and checked from that file, by its name", async () => {
  const project = await madeFromFile();
  expect(await runHere(["generate", "talk", "--check"], project)).toMatchObject({ status: 0 });
  writeFiles(project, { "docs/chat.yaml": EDITED });
  const { status, stderr } = await runHere(["generate", "talk", "--check"], project);
  expect(stderr).toContain("generated/talk/types.d.ts:1:1 - error out-of-date");
  expect(status).toBe(3);
  expect(await runHere(["generate", "talk"], project)).toMatchObject({ status: 0, stderr: "" });
  expect(readTree(project)["generated/talk/types.d.ts"]).toContain("more?: string");
  expect(await runHere(["generate", "talk", "--check"], project)).toMatchObject({ status: 0, stderr: "" });
});

test("so is one in another output folder", async () => {
  const project = temporaryFolder({ "chat.yaml": chatDocument() });
  await runHere(["generate", "talk", "--from", "chat.yaml", "--out", "packages/own"], project);
  writeFiles(project, { "chat.yaml": EDITED });
  expect(await runHere(["generate", "talk", "--out", "packages/own", "--check"], project)).toMatchObject({ status: 3 });
});

test("generate without a name does also what was made from files, and what ships", async () => {
  const project = await madeFromFile();
  await runHere(["generate", "terminal"], project);
  const { status, stdout } = await runHere(["generate"], project);
  expect(stdout.match(/^\w+/gm)).toEqual(["talk", "terminal", "2"]);
  expect(status).toBe(0);
  writeFiles(project, { "docs/chat.yaml": EDITED });
  expect(await runHere(["generate", "--check"], project)).toMatchObject({ status: 3 });
});

test("frames are read by the file, too", async () => {
  const project = await madeFromFile();
  writeFiles(project, { "docs/chat.yaml": chatDocument().replaceAll("say", "tell") });
  const { stdout } = await runCli(["validate", "talk", "--from", "client"], { cwd: project, input: '{"type":"tell"}\n' });
  expect(stdout).toContain('"message":"tell"');
});

test("where the file is gone, the answer says how to name another one", async () => {
  const project = await madeFromFile();
  renameSync(join(project, "docs/chat.yaml"), join(project, "docs/talk.yaml"));
  const told = `generated/talk:1:1 - error missing-protocol: ${GONE}; name the one to use: npx wirepact generate talk --from FILE\n`;
  for (const args of [["generate", "talk"], ["generate", "talk", "--check"], ["generate"]])
    expect(await runHere(args, project)).toMatchObject({ status: 2, stderr: told });
  expect(await runHere(["generate", "talk", "--from", "docs/talk.yaml"], project)).toMatchObject({ status: 0, stderr: "" });
  expect(await runHere(["generate", "--check"], project)).toMatchObject({ status: 0, stderr: "" });
});

test("beside protocols of the project, a package whose file is gone is an orphan", async () => {
  const project = await generatedProject({ "docs/chat.yaml": chatDocument() });
  await runHere(["generate", "talk", "--from", "docs/chat.yaml"], project);
  rmSync(join(project, "docs"), { recursive: true });
  const told = (severity: string) =>
    `generated/talk:1:1 - ${severity} orphaned-package: ${GONE}; remove the folder, or name another: npx wirepact generate talk --from FILE\n`;
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: told("warning") });
  expect(await runHere(["generate", "--check"], project)).toMatchObject({ status: 3, stderr: told("error") });
});

async function madeFromFile(): Promise<string> {
  const project = temporaryFolder({ "docs/chat.yaml": chatDocument() });
  const { status, stderr } = await runHere(["generate", "talk", "--from", "docs/chat.yaml"], project);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return project;
}
