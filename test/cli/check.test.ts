import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { chatSchema, generatedProject, newProject, SCHEMA, writeFiles } from "./chatProject.ts";

const PACKAGE = "generated/chat";

test("generated files that are as the contract gives them are up to date", async () => {
  const { status, stdout, stderr } = await runHere(["generate", "--check"], await generatedProject());
  expect(stdout).toMatch(/\nup to date\n$/);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

describe("--check exits with 3, names what differs and the command that mends it, and writes nothing:", () => {
  test.each<[string, string[], (project: string) => void]>([
    ["an edited file", ["README.md"], (project) => writeFiles(project, { [`${PACKAGE}/README.md`]: "Edited." })],
    [
      "two edited files",
      ["types.d.ts", "validators/Say.js"],
      (project) => writeFiles(project, { [`${PACKAGE}/validators/Say.js`]: "", [`${PACKAGE}/types.d.ts`]: "" }),
    ],
    ["a deleted file", ["contract.js"], (project) => rmSync(join(project, PACKAGE, "contract.js"))],
    ["a deleted manifest", [".wirepact.json"], (project) => rmSync(join(project, PACKAGE, ".wirepact.json"))],
    [
      "a file that an earlier contract gave",
      ["old.js", ".wirepact.json"],
      (project) => {
        const manifest = JSON.parse(readTree(project)[`${PACKAGE}/.wirepact.json`] ?? "");
        const text = JSON.stringify({ ...manifest, files: { ...manifest.files, "old.js": "0".repeat(64) } });
        writeFiles(project, { [`${PACKAGE}/.wirepact.json`]: text, [`${PACKAGE}/old.js`]: "// Stale." });
      },
    ],
    [
      "a message that the contract has now",
      [
        ".wirepact.json",
        "README.md",
        "asyncapi.yaml",
        "client.d.ts",
        "client.js",
        "contract.js",
        "fixtures/Shout.json",
        "schemas/Shout.json",
        "server.d.ts",
        "server.js",
        "types.d.ts",
        "validators.d.ts",
        "validators.js",
        "validators/Shout.js",
      ],
      (project) => writeFiles(project, { [SCHEMA]: chatSchema({ say: "text: Type.String()", shout: "" }) }),
    ],
  ])("%s", async (_what, paths, edit) => {
    const project = await generatedProject();
    edit(project);
    const before = readTree(project);
    const { status, stdout, stderr } = await runHere(["generate", "--check"], project);
    expect(stderr.trimEnd().split("\n").sort()).toEqual(paths.map((path) => outOfDate(`${PACKAGE}/${path}`)).sort());
    expect(stdout).toMatch(/\n1 of 1 out of date\n$/);
    expect(status).toBe(3);
    expect(readTree(project)).toEqual(before);
    await runHere(["generate", "chat"], project);
    expect((await runHere(["generate", "--check"], project)).status).toBe(0);
  });
});

test("a package that was never generated is out of date in every file", async () => {
  const project = newProject();
  const { status, stderr } = await runHere(["generate", "--check"], project);
  expect(stderr).toContain(`${outOfDate(`${PACKAGE}/index.js`)}\n`);
  expect(status).toBe(3);
  expect(readTree(join(project, "generated"))).toEqual({});
});

test("a file that no run wrote is nobody's drift", async () => {
  const project = await generatedProject({ [`${PACKAGE}/notes.txt`]: "Mine." });
  expect((await runHere(["generate", "--check"], project)).status).toBe(0);
});

test("the command that mends says the same source and folder, ready to be pasted", async () => {
  const asyncapi = (await readTree(await generatedProject()))[`${PACKAGE}/asyncapi.yaml`] ?? "";
  const project = newProject({ "our docs/chat.yaml": asyncapi });
  const args = ["--from", "our docs/chat.yaml", "--out", "packages"];
  const { stderr } = await runHere(["generate", "--check", ...args], project);
  const commands = new Set(
    stderr
      .trimEnd()
      .split("\n")
      .map((line) => line.split("; run: ")[1]),
  );
  expect([...commands]).toEqual(["npx wirepact generate chat --from 'our docs/chat.yaml' --out packages"]);
});

test("--json says the same as data", async () => {
  const project = await generatedProject({ [`${PACKAGE}/README.md`]: "Edited." });
  const { status, stdout, stderr } = await runHere(["generate", "--check", "--json"], project);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, protocols: [{ protocol: "chat", changed: ["README.md"], removed: [] }] });
  const text = "differs from what the contract gives; run: npx wirepact generate chat";
  const position = { file: `${PACKAGE}/README.md`, line: 1, column: 1 };
  expect(JSON.parse(stdout).diagnostics).toEqual([{ code: "out-of-date", severity: "error", text, position }]);
  expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
});

function outOfDate(path: string): string {
  return `${path}:1:1 - error out-of-date: differs from what the contract gives; run: npx wirepact generate chat`;
}
