import { describe, expect, test } from "vitest";
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
