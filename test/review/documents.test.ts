import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { commit, put, repository } from "./repository.ts";

const DOCUMENT = chatDocument();
/** The client's message has one more required field. */
const STRICTER = chatDocument("more: { type: string }").replace(/required: \[(type[^\]]*)\]/, "required: [$1, more]");
const BROKEN = "required field added";

const review = (folder: string, ...args: readonly string[]) => runHere(["review", ...args], folder);

/** A repository with one document and no package, whose document changed. */
function changed(): string {
  const project = repository({ "api/chat.yaml": DOCUMENT });
  put(project, { "api/chat.yaml": STRICTER });
  return project;
}

describe("a document without a package", () => {
  test("is compared with itself at the base, and nothing is called new", async () => {
    const project = changed();
    for (const args of [["--from", "api/chat.yaml"], ["api/chat.yaml"]]) {
      const { status, stdout, stderr } = await review(project, ...args, "--against", "HEAD");
      expect(stdout).toContain(BROKEN);
      expect(stderr).not.toContain("unknown-base");
      expect(status).toBe(1);
    }
    const below = await review(join(project, "api"), "chat.yaml", "--against", "HEAD");
    expect(below).toMatchObject({ status: 1, stderr: expect.not.stringContaining("unknown-base") });
  });

  test("is told as new with what it may have been, where it has another name", async () => {
    const project = changed();
    renameSync(join(project, "api/chat.yaml"), join(project, "api/talk.yaml"));
    const { status, stderr } = await review(project, "--from", "api/talk.yaml", "--against", "main");
    expect(stderr).toContain(
      'warning unknown-base: at "main" there is neither a package of "chat" nor "api/talk.yaml", so all of it is new; "api/chat.yaml" stood there, and does not here: if it was this one, compare with main:api/chat.yaml',
    );
    expect(status).toBe(0);
  });

  test("is compared with a file of a commit that is named", async () => {
    const project = changed();
    renameSync(join(project, "api/chat.yaml"), join(project, "api/talk.yaml"));
    expect(await review(project, "api/talk.yaml", "--against", "main:api/chat.yaml")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(BROKEN),
    });
    for (const file of ["api/chat.yaml", "./chat.yaml"])
      expect(await review(join(project, "api"), "talk.yaml", "--against", `main:${file}`)).toMatchObject({ status: 1 });
  });

  test("is not named twice", async () => {
    const { status, stderr } = await review(changed(), "api/chat.yaml", "--from", "other.yaml", "--against", "HEAD");
    expect(stderr).toContain('"api/chat.yaml" and --from "other.yaml" both name a document');
    expect(status).toBe(2);
  });
});

describe("a package that is made from a document", () => {
  const made = async (...out: readonly string[]) => {
    const project = repository({ "chat.yaml": DOCUMENT });
    await runHere(["generate", "--from", "chat.yaml", ...out], project);
    commit(project, {});
    return project;
  };

  test("and whose document is gone is told", async () => {
    const project = await made();
    mkdirSync(join(project, "api"));
    renameSync(join(project, "chat.yaml"), join(project, "api/talk.yaml"));
    put(project, { "api/talk.yaml": STRICTER });
    const { stderr } = await review(project, "--against", "HEAD");
    expect(stderr).toContain("warning out-of-date: was made from chat.yaml, which is not there;");
    expect(stderr).toContain("(npx wirepact generate chat --from FILE)");
  });

  test("is told to be generated into its folder", async () => {
    const project = await made("--out", "packages");
    put(project, { "chat.yaml": STRICTER });
    const { stderr } = await review(project, "--against", "HEAD", "--out", "packages");
    expect(stderr).toContain("; run npx wirepact generate chat --out packages\n");
  });

  test("is among the protocols that there are, and those of Wirepact are not", async () => {
    const project = await made();
    for (const verb of ["review --against HEAD", "generate", "lint"]) {
      const [name = "", ...args] = verb.split(" ");
      const { status, stderr } = await runHere([name, "nosuch", ...args], project);
      expect({ verb, status, stderr }).toEqual({
        verb,
        status: 2,
        stderr: 'wirepact:1:1 - error missing-protocol: no protocol is named "nosuch"; there is chat\n',
      });
    }
  });
});

test("where nothing is to be compared, it is told where that was looked for", async () => {
  const { status, stderr } = await review(temporaryFolder({ "old.yaml": DOCUMENT }), "--against", "old.yaml");
  expect(stderr).toContain("packages are looked for in generated/ (--out names another folder)");
  expect(stderr).toContain("an AsyncAPI file is named: wirepact review chat.yaml --against old.yaml");
  expect(status).toBe(2);
});

test.each(["2", "v1", "1.0"])("a version that is none, such as %s, is not enough", async (version) => {
  const project = repository({ "chat.yaml": DOCUMENT, "wirepact.yaml": "review: { version: error }\n" });
  const additive = chatDocument("more: { type: string }");
  put(project, { "chat.yaml": additive.replace(/version: "?1\.0\.0"?/, `version: "${version}"`) });
  const { status, stdout } = await review(project, "chat.yaml", "--against", "HEAD");
  expect(stdout).toContain(`a minor step from 1.0.0, and "${version}" is no semantic version, such as 1.2.3`);
  expect(status).toBe(1);
});
