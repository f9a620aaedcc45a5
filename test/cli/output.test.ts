import { existsSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatSchema, generatedProject, newProject, SCHEMA, writeFiles } from "./chatProject.ts";

const PACKAGE = "generated/chat";

describe("what a run removes:", () => {
  test("files that an earlier run wrote and that the contract no longer gives", async () => {
    const project = await generatedProject();
    writeFiles(project, { [SCHEMA]: chatSchema({ shout: "text: Type.String()" }) });
    await generate(project);
    const paths = Object.keys(readTree(join(project, PACKAGE)));
    expect(paths).toContain("validators/Shout.js");
    expect(paths.filter((path) => path.includes("Say."))).toEqual([]);
  });

  test("the folders that it leaves empty", async () => {
    const project = await generatedProject();
    writeFiles(project, withManifest(project, "docs/old/page.html", { "docs/old/page.html": "Stale." }));
    await generate(project);
    expect(existsSync(join(project, PACKAGE, "docs"))).toBe(false);
  });

  test("nothing that no earlier run wrote, wherever it stands", async () => {
    const own = {
      [`${PACKAGE}/notes.txt`]: "Mine.",
      [`${PACKAGE}/validators/mine.js`]: "// Mine.",
      [`${PACKAGE}/.npmignore`]: "mine",
      "generated/other/file.txt": "Mine.",
    };
    const project = await generatedProject(own);
    writeFiles(project, withManifest(project, "old.js", { "old.js": "// Stale." }));
    await generate(project);
    expect(readTree(project)).toMatchObject(own);
    expect(readTree(project)).not.toHaveProperty([`${PACKAGE}/old.js`]);
  });

  test.each([
    "../../precious.txt",
    "validators/../../../precious.txt",
    "/precious.txt",
    "schemas\\..\\precious.txt",
    "",
  ])("nothing outside the package, though its manifest lists %j", async (path) => {
    const project = await generatedProject({ "precious.txt": "Keep me." });
    writeFiles(project, withManifest(project, path));
    await generate(project);
    expect(readTree(project)).toMatchObject({ "precious.txt": "Keep me." });
  });

  test("nothing behind a link, though its manifest lists it", async () => {
    const project = await generatedProject({ "precious/diary.txt": "Keep me." });
    symlinkSync(join(project, "precious"), join(project, PACKAGE, "linked"));
    writeFiles(project, withManifest(project, "linked/diary.txt"));
    await runHere(["generate"], project);
    expect(readTree(join(project, "precious"))).toEqual({ "diary.txt": "Keep me." });
  });
});

describe("a file in the way that no run wrote stops the run, which writes nothing:", () => {
  test.each(["README.md", "validators/Say.js"])("%s", async (path) => {
    const project = newProject({ [`${PACKAGE}/${path}`]: "Mine." });
    await refused(
      project,
      `${PACKAGE}/${path}:1:1 - error foreign-file: this file was not written by wirepact, and a generated file needs its name; move it, or choose another folder with --out\n`,
    );
  });

  test("a file of a package whose manifest is gone", async () => {
    const project = await generatedProject();
    rmSync(join(project, PACKAGE, ".wirepact.json"));
    writeFiles(project, { [`${PACKAGE}/README.md`]: "Edited." });
    await refused(project, expect.stringMatching(`^${PACKAGE}/README.md:1:1 - error foreign-file: `));
  });

  test("a folder that stands where a file must go", async () => {
    const project = newProject({ [`${PACKAGE}/README.md/page.txt`]: "Mine." });
    await refused(
      project,
      `${PACKAGE}/README.md:1:1 - error unsafe-output: stands where a file must be written, and is none; remove it\n`,
    );
  });

  test("a file that stands where the package must go", async () => {
    const project = newProject({ [PACKAGE]: "Mine." });
    await refused(
      project,
      `${PACKAGE}:1:1 - error unsafe-output: is no folder; remove it, or choose another folder with --out\n`,
    );
  });
});

describe("a symbolic link is never written through:", () => {
  test.each(["generated", PACKAGE, `${PACKAGE}/validators`])("a link in place of the folder %s", async (path) => {
    const project = await generatedProject();
    const elsewhere = join(temporaryFolder(), "elsewhere");
    renameSync(join(project, path), elsewhere);
    symlinkSync(elsewhere, join(project, path));
    // Something has to be written: a file of the package is missing.
    rmSync(join(project, PACKAGE, "validators/Say.js"));
    const before = readTree(elsewhere);
    await refused(
      project,
      expect.stringMatching(`^${path}:1:1 - error unsafe-output: is a symbolic link, which is never followed`),
    );
    expect(readTree(elsewhere)).toEqual(before);
  });

  test("a link in place of a file", async () => {
    const project = await generatedProject({ "precious.txt": "Keep me." });
    const link = join(project, PACKAGE, "README.md");
    rmSync(link);
    symlinkSync(join(project, "precious.txt"), link);
    await refused(project, expect.stringMatching(`^${PACKAGE}/README.md:1:1 - error unsafe-output: `));
  });

  test("a link where a file is staged before it takes its place", async () => {
    const project = await generatedProject({ "precious.txt": "Keep me.", [`${PACKAGE}/README.md`]: "Edited." });
    symlinkSync(join(project, "precious.txt"), join(project, PACKAGE, "README.md.wirepact-new"));
    await runHere(["generate"], project);
    expect(readTree(project)).toMatchObject({ "precious.txt": "Keep me." });
  });
});

test("a file whose name another run might have staged under is left alone", async () => {
  const own = { [`${PACKAGE}/README.md.wirepact-new`]: "Mine.", [`${PACKAGE}/README.md`]: "Edited." };
  const project = await generatedProject(own);
  await generate(project);
  expect(readTree(project)).toMatchObject({ [`${PACKAGE}/README.md.wirepact-new`]: "Mine." });
});

test("a package whose protocol is gone is told with the way out, kept, and out of date", async () => {
  const project = await generatedProject({ "generated/notes/file.txt": "Mine.", [`${PACKAGE}/mine.txt`]: "Mine." });
  writeFiles(project, { "schemas/news/protocol.ts": chatSchema().replace('protocol("chat"', 'protocol("news"') });
  rmSync(join(project, "schemas/chat"), { recursive: true });
  const before = readTree(join(project, PACKAGE));
  const told =
    "generated/chat:1:1 - warning orphaned-package: no protocol under schemas/ gives this package any more; remove the folder, or bring schemas/chat back\n";
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: told });
  expect(await runHere(["generate", "news"], project)).toMatchObject({ status: 0, stderr: "" });
  expect(await runHere(["generate", "--check"], project)).toMatchObject({ status: 3, stderr: told.replace("warning", "error") });
  expect((await runHere(["generate", "--check"], project)).stdout).toMatch(/\n1 without a protocol\n$/);
  const { stdout } = await runHere(["generate", "--check", "--json"], project);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: "orphaned-package" }] });
  expect(readTree(join(project, PACKAGE))).toEqual(before);
});

test("nothing but the files of the package is left behind", async () => {
  const project = await generatedProject();
  writeFiles(project, { [`${PACKAGE}/README.md`]: "Edited." });
  await generate(project);
  const tree = readTree(join(project, PACKAGE));
  const listed = Object.keys(JSON.parse(tree[".wirepact.json"] ?? "").files);
  expect(Object.keys(tree).sort()).toEqual([...listed, ".wirepact.json"].sort());
});

async function generate(project: string): Promise<void> {
  expect(await runHere(["generate"], project)).toMatchObject({ status: 0, stderr: "" });
}

/** Generates, expects this answer, and that nothing in the project has changed. */
async function refused(project: string, answer: string): Promise<void> {
  const before = readTree(project);
  const { status, stderr } = await runHere(["generate"], project);
  expect(stderr).toEqual(answer);
  expect(status).toBe(2);
  expect(readTree(project)).toEqual(before);
}

/** The package's manifest with one more path, and perhaps the file itself. */
function withManifest(project: string, path: string, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const manifest = JSON.parse(readTree(project)[`${PACKAGE}/.wirepact.json`] ?? "");
  const text = JSON.stringify({ ...manifest, files: { ...manifest.files, [path]: "0".repeat(64) } });
  const own = Object.entries(files).map(([name, content]) => [`${PACKAGE}/${name}`, content]);
  return { ...Object.fromEntries(own), [`${PACKAGE}/.wirepact.json`]: text };
}
