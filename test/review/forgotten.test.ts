import { describe, expect, onTestFinished, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { runHere } from "../support/runHere.ts";
import { commit, put, repository } from "./repository.ts";

const SCHEMA = "schemas/chat/protocol.ts";

/** A project whose schema changed and was committed, and whose package was forgotten. */
function forgetful(): string {
  const project = repository({ "generated/chat/asyncapi.yaml": chatDocument(), [SCHEMA]: "// one\n" });
  put(project, { [SCHEMA]: "// two\n" });
  commit(project, {});
  return project;
}

async function review(project: string, ...args: readonly string[]) {
  return runHere(["review", "--against", "HEAD^1", ...args], project);
}

describe("a package that its schema has left behind is told", () => {
  test("where both are committed", async () => {
    const { stderr } = await review(forgetful());
    expect(stderr).toMatchInlineSnapshot(`
      "generated/chat/asyncapi.yaml:1:1 - warning out-of-date: schemas/chat has changed, and this document, which is reviewed, has not; if that was more than words for people, run npx wirepact generate chat, or review with --fresh
      "
    `);
  });

  test.each(["markdown", "github", "json", "sarif"])("as %s, whoever reads nothing else", async (format) => {
    const { stdout } = await review(forgetful(), "--format", format);
    expect(stdout).toContain("npx wirepact generate chat");
  });

  test("and not where it followed", async () => {
    const project = forgetful();
    put(project, { "generated/chat/asyncapi.yaml": chatDocument("more: { type: string }") });
    expect((await review(project)).stderr).toBe("");
  });
});

test("a path that is not there is no ref that should be fetched", async () => {
  const { stderr, status } = await runHere(["review", "--against", "../nothing"], forgetful());
  expect(stderr).toContain('there is no file or folder "../nothing", and no git ref of that name');
  expect(status).toBe(2);
});

describe("what names no commit, or no folder of one, is one clear error:", () => {
  test.each([
    [["--against", "^HEAD"], '"^HEAD" names no one commit'],
    [["--against", "HEAD", "--out", "../elsewhere"], '--out "../elsewhere" is outside of this folder'],
  ])("%j", async (args, text) => {
    const { stderr, status } = await runHere(["review", ...args], forgetful());
    expect(stderr).toContain(text);
    expect(status).toBe(2);
  });
});

test("packages may stand in the project's own folder", async () => {
  const project = repository({ "chat/asyncapi.yaml": chatDocument() });
  const { stdout, status } = await runHere(["review", "--against", "HEAD", "--out", "."], project);
  expect(stdout).toContain("chat 1.0.0: no change");
  expect(status).toBe(0);
});

test("a hook's repository is not taken for the project's", async () => {
  const [project, other] = [repository({ "generated/chat/asyncapi.yaml": chatDocument() }), repository({ "README.md": "other" })];
  process.env["GIT_DIR"] = `${other}/.git`;
  onTestFinished(() => {
    delete process.env["GIT_DIR"];
  });
  const { stdout, stderr } = await runHere(["review", "--against", "HEAD"], project);
  expect({ stdout, stderr }).toMatchObject({ stdout: expect.stringContaining("chat 1.0.0: no change"), stderr: "" });
});
