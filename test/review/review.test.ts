import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { commit, git, put, repository } from "./repository.ts";

const PACKAGE = "generated/chat/asyncapi.yaml";
const DOCUMENT = chatDocument();
/** The client's message has one more required field. */
const STRICTER = chatDocument("more: { type: string }").replace(/required: \[(type[^\]]*)\]/, "required: [$1, more]");
const BROKEN = /breaking {2}required field added: `\/more` \(required-field-added [0-9a-f]{12}\)/;

async function review(folder: string, ...args: readonly string[]) {
  return runHere(["review", ...args], folder);
}

describe("what is compared:", () => {
  test("packages with those of a commit", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    expect(await review(project, "--against", "HEAD")).toMatchObject({ status: 0, stderr: "" });
    put(project, { [PACKAGE]: STRICTER });
    const { status, stdout, stderr } = await review(project, "--against", "HEAD");
    expect(stdout).toMatch(BROKEN);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("lets a finding pass") });
    commit(project, {});
    expect(await review(project, "--against", "HEAD")).toMatchObject({ status: 0 });
    for (const ref of ["HEAD^1", "HEAD~1", "main~1", "heads/main~1"])
      expect([ref, (await review(project, "--against", ref)).status]).toEqual([ref, 1]);
  });

  test("a project in a folder of a repository with its own folder there", async () => {
    const above = repository({ [`apps/talk/${PACKAGE}`]: DOCUMENT, [PACKAGE]: STRICTER });
    expect(await review(join(above, "apps/talk"), "--against", "main")).toMatchObject({ status: 0, stderr: "" });
  });

  test("packages with those of a folder, or of a project in it", async () => {
    const project = temporaryFolder({ [PACKAGE]: STRICTER, "old/chat/asyncapi.yaml": DOCUMENT, [`older/${PACKAGE}`]: DOCUMENT });
    for (const folder of ["./old", "./older"]) {
      const { status, stdout } = await review(project, "--against", folder);
      expect([folder, status]).toEqual([folder, 1]);
      expect(stdout).toMatch(BROKEN);
    }
  });

  test("a package with one document", async () => {
    const project = temporaryFolder({ [PACKAGE]: STRICTER, "old.yaml": DOCUMENT });
    const { status, stdout } = await review(project, "chat", "--against", "old.yaml");
    expect(stdout).toMatch(BROKEN);
    expect(status).toBe(1);
  });

  test("a document with itself as it was committed, with the files that it refers to", async () => {
    const split = chatDocument('tone: { $ref: "./tone.yaml#/Tone" }');
    const project = repository({ "chat.yaml": split, "tone.yaml": "Tone: { enum: [loud, low] }\n" });
    put(project, { "tone.yaml": "Tone: { enum: [loud] }\n" });
    const { stdout, status } = await review(project, "--from", "chat.yaml", "--against", "HEAD");
    expect(stdout).toContain('breaking  value removed: `/tone` ("low")');
    expect(status).toBe(1);
  });

  test("a protocol that is new breaks nobody; one that is gone, everybody who speaks it", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    rmSync(join(project, "generated/chat"), { recursive: true });
    put(project, { "generated/news/asyncapi.yaml": DOCUMENT.replace("title: Chat", "title: News") });
    const { stdout, status } = await review(project, "news", "--against", "HEAD");
    expect(stdout).toContain("news 1.0.0: new");
    expect(status).toBe(0);
    const gone = await review(project, "--against", "HEAD");
    expect(gone.status).toBe(1);
    expect(gone.stdout).toContain("chat 1.0.0: gone\n\n  connection\n    breaking  the protocol is gone (protocol-removed ");
    expect(gone.stdout).toContain("who speaks it finds nobody");
    const explained = await runHere(["explain", "protocol-removed"], project);
    expect(explained.stdout).toContain("A protocol was removed");
  });

  test("a base without packages is told: nothing would ever break", async () => {
    const project = repository({ "README.md": "nothing" });
    put(project, { [PACKAGE]: DOCUMENT });
    const { status, stdout, stderr } = await review(project, "chat", "--against", "HEAD");
    expect(stdout).toContain("chat 1.0.0: new");
    expect(stderr).toContain('warning unknown-base: there is no generated/*/asyncapi.yaml at "HEAD", so all is new;');
    expect(status).toBe(0);
  });
});

describe("how it is told:", () => {
  test("a risk is a finding for who is strict", async () => {
    const project = repository({ [PACKAGE]: STRICTER });
    put(project, { [PACKAGE]: DOCUMENT });
    expect(await review(project, "--against", "HEAD")).toMatchObject({ status: 0, stdout: expect.stringContaining("risky") });
    expect(await review(project, "--against", "HEAD", "--strict")).toMatchObject({ status: 1 });
  });

  test.each([["--json"], ["--format", "json"]])("as JSON by %s", async (...format) => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    put(project, { [PACKAGE]: STRICTER });
    const { stdout, status } = await review(project, "--against", "HEAD", ...format);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      ok: false,
      against: "HEAD",
      protocols: [{ protocol: "chat", version: { asked: "major", enough: false } }],
    });
    expect(told.protocols[0].changes).toMatchObject([
      { rule: "required-field-added", judgement: "breaking", witness: { meeting: "oldClientNewServer", path: "/more" } },
    ]);
    expect(status).toBe(1);
  });

  test("a package that its source has left behind is told", async () => {
    const project = repository({ "chat.yaml": DOCUMENT });
    await runHere(["generate", "--from", "chat.yaml"], project);
    commit(project, {});
    expect(await review(project, "--against", "HEAD")).toMatchObject({ status: 0, stderr: "" });
    put(project, { "chat.yaml": STRICTER });
    const { stdout, stderr, status } = await review(project, "--against", "HEAD");
    expect(stdout).toMatch(BROKEN);
    expect(stderr).toContain("generated/chat/asyncapi.yaml:1:1 - warning out-of-date: differs from what its source gives");
    expect(status).toBe(1);
  });
});

describe("what cannot be compared is one clear error:", () => {
  test.each([
    ["an unknown ref", "nowhere", 'git knows no "nowhere"; fetch it first (git fetch origin)'],
    ["a range", "main..HEAD", "that is a range"],
    ["a commit before the first", "HEAD~5", 'there is "HEAD", whose history does not go back so far'],
    ["an option", "--output=pwned", '"--output=pwned" is no name of a commit'],
    ["a short option", "-n1", '"-n1" is no name of a commit'],
    ["nothing", "", '"" is no name of a commit'],
    ["a file that is not there", "HEAD:chat.yaml", 'at "HEAD" there is no file "chat.yaml"'],
    ["a file of nothing", "nowhere:chat.yaml", 'git knows no "nowhere"'],
    ["a folder's object", "HEAD:generated", "git knows no"],
    ["two lines", "HEAD\nHEAD", "is no name of a commit"],
    ["a command", "$(touch pwned)", "git knows no"],
  ])("%s", async (_what, ref, text) => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    const { status, stdout, stderr } = await review(project, `--against=${ref}`);
    expect(stderr).toContain(" - error unknown-base: ");
    expect(stderr).toContain(text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(existsSync(join(project, "pwned"))).toBe(false);
  });

  test("a ref where nothing is committed, and where only the last commits are", async () => {
    const empty = temporaryFolder({ [PACKAGE]: DOCUMENT });
    git(empty, "init", "-q", "-b", "main");
    expect((await review(empty, "--against", "HEAD")).stderr).toContain("nothing is committed here yet");
    const whole = repository({ [PACKAGE]: DOCUMENT });
    commit(whole, { "more.txt": "more" });
    const shallow = temporaryFolder({});
    git(shallow, "clone", "-q", "--depth", "1", `file://${whole}`, ".");
    expect((await review(shallow, "--against", "HEAD^1")).stderr).toContain("git fetch --unshallow");
  });

  test("an option that there is not, and two formats", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    expect((await review(project, "--agianst", "HEAD")).stderr).toContain("Did you mean --against?");
    expect((await review(project)).stderr).toContain("required option '--against <base>' not specified");
    const two = await review(project, "--against", "HEAD", "--json", "--format", "markdown");
    expect(two).toMatchObject({ status: 2, stdout: expect.stringContaining("--json and --format markdown are two formats") });
  });

  test("a ref where there is no repository", async () => {
    const { status, stderr } = await review(temporaryFolder({ [PACKAGE]: DOCUMENT }), "--against", "main");
    expect(stderr).toContain('"main" is no file or folder, and this is no git repository;');
    expect(status).toBe(2);
  });

  test("a word that is a path and a ref", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT, "main/chat/asyncapi.yaml": DOCUMENT });
    const { status, stderr } = await review(project, "--against", "main");
    expect(stderr).toContain('"main" is a path and a git ref; write "./main" for the path');
    expect(status).toBe(2);
    expect(await review(project, "--against", "./main")).toMatchObject({ status: 0 });
    expect(await review(project, "--against", "heads/main")).toMatchObject({ status: 0 });
  });

  test("a folder without packages, and a protocol that nobody has", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT, "docs/a.md": "" });
    expect((await review(project, "--against", "./docs")).stderr).toContain("error unknown-base: no folder in");
    expect((await review(project, "caht", "--against", "HEAD")).stderr).toContain("error missing-protocol: no protocol is named");
  });

  test("a base that is broken, as the base's mistake", async () => {
    const project = repository({ [PACKAGE]: "asyncapi: 3.0.0\ninfo: [" });
    put(project, { [PACKAGE]: DOCUMENT });
    const { status, stderr } = await review(project, "--against", "HEAD");
    expect(stderr).toMatch(/^generated\/chat\/asyncapi\.yaml:2:\d+ - error yaml-syntax: at "HEAD": /);
    expect(status).toBe(2);
  });
});

describe("no code of either side is run:", () => {
  const canary = "import { writeFileSync } from 'node:fs'; writeFileSync('pwned', ''); process.exit(0);\n";

  test("neither schemas, nor hooks, nor what a repository configures", async () => {
    const project = repository({
      [PACKAGE]: DOCUMENT,
      "schemas/chat/protocol.ts": canary,
      ".gitattributes": "*.yaml diff=x filter=x\n",
    });
    for (const [key, value] of [
      ["core.fsmonitor", "touch pwned; true"],
      ["diff.x.textconv", "touch pwned; cat"],
      ["core.pager", "touch pwned; cat"],
    ])
      git(project, "config", `${key}`, `${value}`);
    put(project, { [PACKAGE]: STRICTER });
    expect(await review(project, "--against", "HEAD")).toMatchObject({ status: 1, stdout: expect.stringMatching(BROKEN) });
    expect(existsSync(join(project, "pwned"))).toBe(false);
  });

  test("schemas that nobody has generated from are told", async () => {
    const project = repository({ "schemas/chat/protocol.ts": canary });
    const { status, stderr } = await review(project, "chat", "--against", "HEAD");
    expect(stderr).toContain("error missing-protocol: chat has no package yet, and a review runs no code;");
    expect(status).toBe(2);
    expect(existsSync(join(project, "pwned"))).toBe(false);
  });
});
