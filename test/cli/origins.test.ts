import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { ROOT } from "../support/protocols.ts";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { generatedProject } from "./chatProject.ts";

const titled = (title: string, field = "") => chatDocument(field).replace("title: Chat", `title: ${title}`);

test("a package that was made from a document is not missed under schemas/", async () => {
  const project = await generatedProject({ "docs/news.yaml": titled("News") });
  await runHere(["generate", "--from", "docs/news.yaml"], project);
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: "" });
  const { status, stdout, stderr } = await runHere(["generate", "--check"], project);
  expect(stdout).toMatch(/\nup to date\n$/);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a package of a protocol that ships with wirepact is not missed under schemas/", async () => {
  const project = await generatedProject();
  await runHere(["generate", "terminal"], project);
  expect(await runHere(["generate", "--check"], project)).toMatchObject({ status: 0, stderr: "" });
});

test("a document does not take the package of another one that has its title", async () => {
  const project = temporaryFolder({ "y/one.yaml": titled("Two"), "y/v2.yaml": titled("Two", "more: { type: string }") });
  await runHere(["generate", "--from", "y/v2.yaml"], project);
  const advice =
    "give the new one a name: npx wirepact generate NAME --from y/one.yaml, or remove the folder if it shall be replaced";
  await refused(
    project,
    ["--from", "y/one.yaml"],
    `generated/two:1:1 - error foreign-package: this package was made from y/v2.yaml; ${advice}\n`,
  );
  await refused(project, ["--check", "--from", "y/one.yaml"], expect.stringContaining("error foreign-package"));
  expect(await runHere(["generate", "one", "--from", "y/one.yaml"], project)).toMatchObject({ status: 0, stderr: "" });
});

test("a document does not take the package of a schema, nor a schema that of a document", async () => {
  const project = await generatedProject({ "chat.yaml": chatDocument() });
  const told = "generated/chat:1:1 - error foreign-package: this package was made from ";
  await refused(
    project,
    ["chat", "--from", "chat.yaml"],
    expect.stringContaining(`${told}schemas/chat; give the new one a name`),
  );
  rmSync(join(project, "generated"), { recursive: true });
  await runHere(["generate", "--from", "chat.yaml"], project);
  await refused(project, [], expect.stringContaining(`${told}chat.yaml; give the protocol another name, or remove the folder`));
});

test("a schema of the project's own takes the place of one that ships", async () => {
  const project = await generatedProject();
  await runHere(["generate", "terminal"], project);
  cpSync(join(ROOT, "schemas/terminal"), join(project, "schemas/terminal"), { recursive: true });
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: "" });
});

test("a document that was moved keeps its package, and so does one that is generated again from elsewhere", async () => {
  const project = temporaryFolder({ "chat.yaml": chatDocument(), "inner/readme.txt": "" });
  await runHere(["generate", "--from", "chat.yaml"], project);
  const again = ["generate", "--from", "../chat.yaml", "--out", "../generated"];
  expect(await runHere(again, join(project, "inner"))).toMatchObject({ status: 0, stderr: "" });
  renameSync(join(project, "chat.yaml"), join(project, "talk.yaml"));
  expect(await runHere(["generate", "--check", "--from", "talk.yaml"], project)).toMatchObject({ status: 0, stderr: "" });
  expect(await runHere(["generate", "--from", "talk.yaml"], project)).toMatchObject({ status: 0, stderr: "" });
  expect(originIn(project)).toEqual({ kind: "document", path: "../talk.yaml" });
});

test("a package that is made again from its own document keeps what it was made from", async () => {
  const project = await generatedProject();
  expect(originIn(project)).toEqual({ kind: "module", path: "../schemas/chat" });
  const { status } = await runHere(["generate", "--from", "generated/chat/asyncapi.yaml"], project);
  expect({ status, origin: originIn(project) }).toEqual({ status: 0, origin: { kind: "module", path: "../schemas/chat" } });
});

test("a title without Latin letters leaves the name to the file", async () => {
  const project = temporaryFolder({ "rooms.yaml": titled("聊天"), "聊天.yaml": titled("聊天") });
  expect((await runHere(["generate", "--from", "rooms.yaml"], project)).stdout).toMatch(/^rooms /);
  const { status, stderr } = await runHere(["generate", "--from", "聊天.yaml"], project);
  expect(stderr).toBe(
    '聊天.yaml:2:9 - error missing-protocol: the title "聊天" has no Latin letters to name the package by; give it a name (npx wirepact generate NAME --from FILE), or write x-wirepact: { version: 1, protocol: NAME }\n',
  );
  expect(status).toBe(2);
  expect((await runHere(["generate", "talk", "--from", "聊天.yaml"], project)).status).toBe(0);
});

function originIn(project: string): unknown {
  return JSON.parse(readTree(project)["generated/chat/.wirepact.json"] ?? "").origin;
}

async function refused(project: string, args: readonly string[], answer: string): Promise<void> {
  const before = readTree(project);
  const { status, stderr } = await runHere(["generate", ...args], project);
  expect(stderr).toEqual(answer);
  expect(status).toBe(2);
  expect(readTree(project)).toEqual(before);
}
