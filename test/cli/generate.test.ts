import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatSchema, generatedProject, newProject } from "./chatProject.ts";
import { packagesIn } from "./packagesIn.ts";

test("writes a package a protocol, with one line each and a summary", async () => {
  const project = newProject({ "schemas/news/protocol.ts": chatSchema().replace('protocol("chat"', 'protocol("news"') });
  const { status, stdout, stderr } = await runCli(["generate"], { cwd: project });
  expect(stdout).toMatch(/^chat {2}1 client and 1 server messages {2}generated\/chat {2}\d+ files: \d+ written\n/);
  expect(stdout).toMatch(/\nnews {2}1 client and 1 server messages {2}generated\/news {2}\d+ files: \d+ written\n/);
  expect(stdout).toMatch(/\n\n2 packages, 2 changed, in \d+\.\d s\n$/);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const paths = Object.keys(readTree(join(project, "generated")));
  for (const file of ["package.json", "index.js", "index.d.ts", "types.d.ts", "asyncapi.yaml", ".wirepact.json"]) {
    expect(paths).toEqual(expect.arrayContaining([`chat/${file}`, `news/${file}`]));
  }
});

test("writes only the protocols that are named", async () => {
  const project = newProject({ "schemas/news/protocol.ts": "this is not even TypeScript" });
  expect((await runHere(["generate", "chat"], project)).status).toBe(0);
  expect(Object.keys(readTree(join(project, "generated"))).every((path) => path.startsWith("chat/"))).toBe(true);
});

test("a folder whose name begins with _ holds what protocols share, and is none", async () => {
  const shared = 'import { Type } from "wirepact/define";\nexport const fields = { text: Type.String() };\n';
  const schema = `import { fields } from "../_shared/fields.ts";\n${chatSchema({ say: "...fields" })}`;
  const project = temporaryFolder({ "schemas/chat/protocol.ts": schema, "schemas/_shared/fields.ts": shared });
  const { status, stdout, stderr } = await runHere(["generate"], project);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/\n1 package, 1 changed, /);
});

test("changes nothing when nothing has changed", async () => {
  const project = await generatedProject();
  const before = readTree(project);
  const { stdout } = await runHere(["generate"], project);
  expect(stdout).toMatch(/ {2}\d+ files, unchanged\n\n1 package, 0 changed, in \d+\.\d s\n$/);
  expect(readTree(project)).toEqual(before);
});

test("gives the same bytes again, in another folder, time zone and language", async () => {
  const first = await generatedProject();
  const second = newProject();
  await runCli(["generate"], { cwd: second, env: { TZ: "Asia/Kolkata", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } });
  expect(readTree(second)).toEqual(readTree(first));
});

test("mends edited and deleted files", async () => {
  const project = await generatedProject({ "generated/chat/types.d.ts": "Edited.", "generated/chat/index.js": "" });
  const { stdout } = await runHere(["generate"], project);
  expect(stdout).toMatch(/ {2}\d+ files: 2 written, \d+ unchanged\n/);
  expect(readTree(project)).toEqual(readTree(await generatedProject()));
});

test.each(["build/socket packages", "../beside"])("--out %s writes there", async (out) => {
  const root = temporaryFolder({ "inner/schemas/chat/protocol.ts": chatSchema() });
  expect((await runHere(["generate", "--out", out], join(root, "inner"))).status).toBe(0);
  const usual = await generatedProject();
  expect(packagesIn(join(root, "inner", out))).toEqual(packagesIn(join(usual, "generated")));
  expect(readTree(join(root, "inner/generated"))).toEqual({});
});

test("--json prints one object that says what was done", async () => {
  const project = await generatedProject({ "generated/chat/README.md": "Edited." });
  const { status, stdout, stderr } = await runHere(["generate", "--json"], project);
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    protocols: [
      {
        protocol: "chat",
        package: "@wirepact/chat",
        messages: 2,
        folder: "generated/chat",
        changed: ["README.md"],
        removed: [],
        unchanged: expect.any(Number),
        milliseconds: expect.any(Number),
      },
    ],
    diagnostics: [],
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

describe("a wrong call is told in a line, with exit code 2:", () => {
  test.each<[string, string[], string]>([
    [
      "a misspelled protocol",
      ["generate", "chta"],
      'schemas:1:1 - error missing-protocol: no protocol is named "chta": there is no folder schemas/chta; did you mean chat?',
    ],
    [
      "an unknown protocol",
      ["generate", "weather"],
      'schemas:1:1 - error missing-protocol: no protocol is named "weather": there is no folder schemas/weather; there is chat',
    ],
    [
      "a misspelled option",
      ["generate", "--chek"],
      "error bad-arguments: unknown option '--chek'\n(Did you mean --check?)\nSee wirepact --help.",
    ],
    [
      "a misspelled command",
      ["generte"],
      "error bad-arguments: unknown command 'generte'\n(Did you mean generate?)\nSee wirepact --help.",
    ],
    [
      "an option without its value",
      ["generate", "--out"],
      "error bad-arguments: option '--out <dir>' argument missing\nSee wirepact --help.",
    ],
    [
      "a name that no package can have",
      ["generate", "Bad/Name", "--from", "x.yaml"],
      'wirepact:1:1 - error bad-arguments: "Bad/Name" cannot be a package\'s name; write small letters, digits and hyphens, a letter first, at most 64',
    ],
    [
      "two names for one file",
      ["generate", "a", "b", "--from", "x.yaml"],
      "wirepact:1:1 - error bad-arguments: --from takes one protocol name at most, not 2; call the command once a file",
    ],
  ])("%s", async (_what, args, answer) => {
    const { status, stdout, stderr } = await runHere(args, newProject());
    expect(stderr).toBe(`${answer}\n`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("a folder without a protocol.ts", async () => {
    const project = temporaryFolder({ "schemas/news/readme.txt": "Nothing here yet." });
    const { status, stderr } = await runHere(["generate"], project);
    expect(stderr).toBe(
      "schemas/news:1:1 - error missing-protocol: the folder has no protocol.ts; write one that exports a protocol by default, or begin the folder's name with _ if it holds what protocols share\n",
    );
    expect(status).toBe(2);
  });

  test("a project without schemas", async () => {
    const { status, stderr } = await runHere(["generate"], temporaryFolder());
    expect(stderr).toBe(
      "wirepact:1:1 - error bad-arguments: there is no protocol here: no folder under schemas/; write schemas/<name>/protocol.ts, or name an AsyncAPI file with --from\n",
    );
    expect(status).toBe(2);
  });

  test("a name that would lead out of the output folder", async () => {
    const asyncapi = readTree(await generatedProject())["generated/chat/asyncapi.yaml"] ?? "";
    const root = temporaryFolder({ "inner/chat.yaml": asyncapi });
    const { status } = await runHere(["generate", "../../evil", "--from", "chat.yaml"], join(root, "inner"));
    expect(status).toBe(2);
    expect(Object.keys(readTree(root))).toEqual(["inner/chat.yaml"]);
  });
});
