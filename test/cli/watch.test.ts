import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { readTree } from "../support/readTree.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatSchema, generatedProject, SCHEMA, writeFiles } from "./chatProject.ts";
import { startWatching, watchHere } from "./watching.ts";

test("a changed schema is generated again", async () => {
  const project = await generatedProject();
  const { untilIdle } = startWatching(project);
  await untilIdle();
  writeFiles(project, { [SCHEMA]: chatSchema({ say: "text: Type.String(), volume: Type.Number()" }) });
  await untilIdle();
  expect(typesOf(project)).toContain("volume: number;");
});

test("a changed file that the schema imports is generated again", async () => {
  const shapes = (fields: string) => `import { Type } from "wirepact/define";\nexport const fields = { ${fields} };\n`;
  const schema = `import { fields } from "./shapes.ts";\n${chatSchema({ say: "...fields" })}`;
  const project = temporaryFolder({ [SCHEMA]: schema, "schemas/chat/shapes.ts": shapes("text: Type.String()") });
  const { untilIdle } = await watchHere(project);
  await untilIdle();
  writeFiles(project, { "schemas/chat/shapes.ts": shapes("loud: Type.Boolean()") });
  await untilIdle();
  expect(typesOf(project)).toContain("loud: boolean;");
});

test("a changed file outside schemas/ that the schema imports through another is generated again", async () => {
  const shapes = (fields: string) => `import { Type } from "wirepact/define";\nexport const fields = { ${fields} };\n`;
  const project = temporaryFolder({
    [SCHEMA]: `import { fields } from "../../shared/index.js";\n${chatSchema({ say: "...fields" })}`,
    "shared/index.ts": 'export * from "./shapes";\n',
    "shared/shapes.ts": shapes("text: Type.String()"),
  });
  const { untilIdle } = await watchHere(project);
  expect(await untilIdle()).toEqual([]);
  writeFiles(project, { "shared/shapes.ts": shapes("loud: Type.Boolean()") });
  await untilIdle();
  expect(typesOf(project)).toContain("loud: boolean;");
});

test.each(["chat.yaml", "docs/own/chat.yaml"])("a document that is missing is waited on: %s", async (path) => {
  const project = temporaryFolder({ "readme.txt": "" });
  const { untilIdle } = await watchHere(project, { from: path });
  expect(await untilIdle()).toEqual([`${path}:1:1 - error unreadable-file: there is no such file; check the path`]);
  writeFiles(project, { [path]: chatDocument() });
  expect(await untilIdle()).toEqual([]);
  expect(typesOf(project)).toContain("export interface Say {");
});

test("a broken schema is told, changes nothing, and is forgiven once it is mended", async () => {
  const project = await generatedProject();
  const before = readTree(join(project, "generated"));
  const { untilIdle } = await watchHere(project);
  await untilIdle();
  writeFiles(project, { [SCHEMA]: "export default protocol(;\n" });
  expect(await untilIdle()).toEqual([expect.stringMatching(/^schemas\/chat\/protocol\.ts:1:\d+ - error module-syntax: /)]);
  rmSync(join(project, SCHEMA));
  expect(await untilIdle()).toEqual([expect.stringMatching(/^schemas\/chat:1:1 - error missing-protocol: /)]);
  expect(readTree(join(project, "generated"))).toEqual(before);
  writeFiles(project, { [SCHEMA]: chatSchema({ shout: "text: Type.String()" }) });
  expect(await untilIdle()).toEqual([]);
  expect(typesOf(project)).toContain("export interface ShoutFields {");
});

test("a project that is broken from the start is waited on", async () => {
  const project = temporaryFolder({ [SCHEMA]: "export default protocol(;\n" });
  const { untilIdle } = await watchHere(project);
  expect(await untilIdle()).toEqual([expect.stringMatching(/ - error module-syntax: /)]);
  writeFiles(project, { [SCHEMA]: chatSchema() });
  await untilIdle();
  expect(typesOf(project)).toContain("export interface SayFields {");
});

test("a protocol that is new is generated too", async () => {
  const project = await generatedProject();
  const { untilIdle } = await watchHere(project);
  await untilIdle();
  writeFiles(project, { "schemas/news/protocol.ts": chatSchema().replace('protocol("chat"', 'protocol("news"') });
  await untilIdle();
  expect(Object.keys(readTree(join(project, "generated")))).toContain("news/types.d.ts");
});

test("a changed file that an AsyncAPI document refers to is generated again", async () => {
  const document = chatDocument('author: { $ref: "people/author.yaml" }');
  const project = temporaryFolder({ "chat.yaml": document, "people/author.yaml": "type: string\n" });
  const { untilIdle } = await watchHere(project, { from: "chat.yaml" });
  await untilIdle();
  writeFiles(project, { "people/author.yaml": "type: number\n" });
  await untilIdle();
  expect(typesOf(project)).toContain("export type Author = number;");
});

test("a mistake in a file that a document refers to is waited on, and seen mended by an editor that replaces the file", async () => {
  const document = chatDocument('author: { $ref: "people/author.yaml" }');
  const project = temporaryFolder({ "chat.yaml": document, "people/author.yaml": "type: strin\n" });
  const { untilIdle } = await watchHere(project, { from: "chat.yaml" });
  expect(await untilIdle()).toEqual([expect.stringMatching(/^people\/author\.yaml:1:1 - error /)]);
  writeFiles(project, { "people/.author.yaml.swp": "type: string\n" });
  renameSync(join(project, "people/.author.yaml.swp"), join(project, "people/author.yaml"));
  expect(await untilIdle()).toEqual([]);
  expect(typesOf(project)).toContain("export type Author = string;");
});

test("a file that a document comes to refer to is watched too", async () => {
  const project = temporaryFolder({ "chat.yaml": chatDocument(), "people/author.yaml": "type: string\n" });
  const { untilIdle } = await watchHere(project, { from: "chat.yaml" });
  await untilIdle();
  writeFiles(project, { "chat.yaml": chatDocument('author: { $ref: "people/author.yaml" }') });
  await untilIdle();
  writeFiles(project, { "people/author.yaml": "type: number\n" });
  await untilIdle();
  expect(typesOf(project)).toContain("export type Author = number;");
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it cleanly", async (signal) => {
  const { untilIdle, kill, ended } = startWatching(await generatedProject());
  await untilIdle();
  kill(signal);
  expect(await ended).toBe(0);
});

test("a signal that comes while it still generates for the first time ends it too", async () => {
  const project = temporaryFolder({ [SCHEMA]: `process.kill(process.pid, "SIGTERM");\n${chatSchema()}` });
  expect(await startWatching(project).ended).toBe(0);
});

function typesOf(project: string): string {
  return readFileSync(join(project, "generated/chat/types.d.ts"), "utf8");
}
