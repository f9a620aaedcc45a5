import { expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { generatedProject, newProject } from "./chatProject.ts";

const README = "templates/README.md.hbs";

test("a project's own template replaces the one that ships, and only that", async () => {
  const project = newProject({ [README]: "{{packageName}} speaks {{transport}}.\n" });
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: "" });
  const usual = readTree(await generatedProject());
  const ours = readTree(project);
  expect(ours["generated/chat/README.md"]).toBe("@wirepact/chat speaks WebSocket.\n");
  const changed = Object.keys(usual).filter((path) => ours[path] !== usual[path]);
  expect(changed.sort()).toEqual(["generated/chat/.wirepact.json", "generated/chat/README.md"]);
});

test("a template that is none of ours is the project's own affair", async () => {
  const project = newProject({ "templates/welcome-email.hbs": "Hello {{name}}\n", "templates/notes/README.md": "" });
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: "" });
});

test("a changed template makes what was generated out of date", async () => {
  const project = await generatedProject({ [README]: "{{packageName}}\n" });
  const { status, stderr } = await runHere(["generate", "--check"], project);
  expect(stderr).toContain("generated/chat/README.md:1:1 - error out-of-date: ");
  expect(status).toBe(3);
});

test.each([
  [
    "a name that its view does not have",
    "# {{packageName}}\n\n{{licence}}\n",
    /^templates\/README\.md\.hbs:3:3 - error template: /,
  ],
  ["no Handlebars", "# {{packageName}}\n\n{{#each client}}\n", /^templates\/README\.md\.hbs:4:\d+ - error template: /],
])("a template with %s is told with its place", async (_what, text, answer) => {
  const project = await generatedProject({ [README]: text });
  const before = readTree(project);
  const { status, stderr } = await runHere(["generate"], project);
  expect(stderr).toMatch(answer);
  expect(stderr).toMatch(/; see the template that ships with wirepact\n$/);
  expect(status).toBe(2);
  expect(readTree(project)).toEqual(before);
});

test.each([
  [
    "no file is made from",
    { "templates/readme.md.hbs": "" },
    /^templates\/readme\.md\.hbs:1:1 - error template: no file is made from.*did you mean "README\.md"\?/,
  ],
  ["cannot be read", { "templates/README.md.hbs/page.txt": "" }, /^templates\/README\.md\.hbs:1:1 - error unreadable-file: /],
])("a template that %s is told", async (_what, files, answer) => {
  const { status, stderr } = await runHere(["generate"], newProject(files));
  expect(stderr).toMatch(answer);
  expect(status).toBe(2);
});

test("a template that makes code which does not parse is told, and nothing is written", async () => {
  const project = await generatedProject({ "templates/index.js.hbs": "export * from;\n" });
  const before = readTree(project);
  const { status, stderr } = await runHere(["generate"], project);
  expect(stderr).toMatch(/^index\.js:\d+:\d+ - error internal: generated code does not parse: /);
  expect(status).toBe(2);
  expect(readTree(project)).toEqual(before);
});
