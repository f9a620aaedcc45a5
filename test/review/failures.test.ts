import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { runHere } from "../support/runHere.ts";
import { commit, put, repository } from "./repository.ts";

const PACKAGE = "generated/chat/asyncapi.yaml";
const DOCUMENT = chatDocument();
const BROKEN = "asyncapi: 3.0.0\ninfo: [\n";

/** A project in a folder of its repository, whose document cannot be read. */
function brokenProject(): string {
  const above = repository({ [`app/${PACKAGE}`]: DOCUMENT });
  put(above, { [`app/${PACKAGE}`]: BROKEN });
  return join(above, "app");
}

const review = (folder: string, ...args: readonly string[]) => runHere(["review", "--against", "HEAD", ...args], folder);

describe("what cannot be read is told in every format, with 2:", () => {
  test("text", async () => {
    const { status, stdout, stderr } = await review(brokenProject());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^generated\/chat\/asyncapi\.yaml:\d+:\d+ - error yaml-syntax: /);
  });

  test.each([[["--json"]], [["--format", "json"]]])("JSON by %s", async (format) => {
    const { status, stdout } = await review(brokenProject(), ...format);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      diagnostics: [{ code: "yaml-syntax", severity: "error", position: { file: `app/${PACKAGE}` } }],
    });
    expect(status).toBe(2);
  });

  test("annotations, on the line, with paths from the repository's root", async () => {
    const { status, stdout, stderr } = await review(brokenProject(), "--format", "github");
    expect(stdout).toMatch(
      /^::error file=app\/generated\/chat\/asyncapi\.yaml,line=\d+,col=\d+,title=Wirepact review%3A yaml-syntax::/,
    );
    expect(stderr).toContain(" - error yaml-syntax: ");
    expect(status).toBe(2);
  });

  test("a comment that takes the last one's place", async () => {
    const { status, stdout, stderr } = await review(brokenProject(), "--format", "markdown");
    expect(stdout).toMatch(/^<!-- wirepact-review -->\n\n## Wirepact review: not possible\n/);
    expect(stdout).toMatch(/\n- `yaml-syntax` at `app\/generated\/chat\/asyncapi\.yaml:\d+:\d+`: /);
    expect(stderr).toContain(" - error yaml-syntax: ");
    expect(status).toBe(2);
  });

  test("SARIF, as a run that failed", async () => {
    const { status, stdout } = await review(brokenProject(), "--format", "sarif");
    const [run] = JSON.parse(stdout).runs;
    const [{ executionSuccessful, toolExecutionNotifications: told }] = run.invocations;
    expect([executionSuccessful, run.results, told.length]).toEqual([false, [], 1]);
    expect(told[0].locations[0].physicalLocation.artifactLocation.uri).toBe(`app/${PACKAGE}`);
    expect(status).toBe(2);
  });
});

describe("so is", () => {
  test("a base that is broken", async () => {
    const project = repository({ [PACKAGE]: BROKEN });
    put(project, { [PACKAGE]: DOCUMENT });
    expect((await review(project, "--format", "github")).stdout).toMatch(/^::error file=generated\/.*::at "HEAD": /);
  });

  test("a base that nobody knows, which is about no file", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    const { stdout, status } = await runHere(["review", "--against", "nowhere", "--format", "github"], project);
    expect(stdout).toMatch(/^::error title=Wirepact review%3A unknown-base::git knows no "nowhere"/);
    expect(status).toBe(2);
  });

  test("a text of the contract, which commands nothing", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    put(project, { [PACKAGE]: chatDocument('more: { type: "<b>@ada\\n::error::" }') });
    const lines = (await review(project, "--format", "github")).stdout.trimEnd().split("\n");
    expect(lines.every((line) => line.startsWith("::error file="))).toBe(true);
    const { stdout, status } = await review(project, "--format", "markdown");
    expect(stdout).toContain("@ada");
    expect(stdout.replace(/`[^`]*`/g, "")).not.toMatch(/<b>|@ada/);
    expect(status).toBe(2);
  });

  test("what is to be known of a run, on its line", async () => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    const approval = '{ fingerprint: "0123456789ab", protocol: caht, reason: a, by: b }';
    commit(project, { "wirepact.yaml": `review:\n  approvals: [${approval}]\n` });
    const { stdout, status } = await review(project, "--format", "github");
    expect(stdout).toContain(
      "::warning file=wirepact.yaml,line=2,col=15,title=Wirepact review%3A stale-approval::no protocol is named",
    );
    expect(stdout).toContain("did you mean chat?");
    expect(status).toBe(0);
  });
});
