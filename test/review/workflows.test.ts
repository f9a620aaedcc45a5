import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { chatDocument } from "../diagnostics/chat.ts";
import { ROOT } from "../support/protocols.ts";
import { BIN } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { commit, git, put, repository } from "./repository.ts";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

const FOR_USERS = "docs/workflows/review.yml";
const FILES = [FOR_USERS, ".github/workflows/review.yml", ".github/workflows/ci.yml"];

describe.each(FILES)("%s", (file) => {
  const { on, permissions, jobs } = workflow(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("runs on what it should, with the least that it needs", () => {
    expect(Object.keys(on)).not.toContain("pull_request_target");
    for (const granted of [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})]) {
      const allowed = file.endsWith("ci.yml") ? { contents: "read" } : { contents: "read", "pull-requests": "write" };
      expect(allowed).toMatchObject(granted);
    }
  });

  test("runs nothing of a pull request where it may write", () => {
    const writing = Object.values(jobs).filter((job) => Object.values(job.permissions ?? {}).includes("write"));
    expect(writing).toHaveLength(file.endsWith("ci.yml") ? 0 : 1);
    for (const { uses = "", run = "" } of writing.flatMap((job) => job.steps)) {
      expect(uses).not.toContain("checkout");
      expect(run).not.toMatch(/\b(npm|npx|node)\b/);
    }
  });

  test("names actions by version, and leaves no credentials behind", () => {
    const actions = steps.filter(({ uses }) => uses !== undefined);
    for (const { uses } of actions) expect(uses).toMatch(/^(actions|github)\/[\w/-]+@(v\d+|[0-9a-f]{40})$/);
    const checkouts = actions.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(new Set(checkouts.map((checkout) => checkout.with?.["persist-credentials"]))).toEqual(new Set([false]));
  });

  test("has scripts that parse, into which nothing of a pull request is pasted", () => {
    for (const { run = "" } of steps) {
      expect(spawnSync("bash", ["-n", "-c", run], { encoding: "utf8" }).stderr).toBe("");
      expect(run).not.toContain("${{");
    }
  });
});

describe.each([FOR_USERS, ".github/workflows/review.yml", "docs/review.md"])("%s calls the command", (file) => {
  const calls = [
    ...readFileSync(join(ROOT, file), "utf8").matchAll(/(?:npx --no-install wirepact|bin\/wirepact\.js) (.*?)(?: [>|]|$)/gm),
  ];

  test.each(calls.map(([, call = ""]) => call))("as it is: %s", async (call) => {
    const [verb = "", ...words] = call.split(" ");
    const { stdout } = await runHere([verb, "--help"], ROOT);
    for (const option of words.filter((word) => word.startsWith("--"))) expect(stdout).toContain(`  ${option} `);
    for (const format of call.matchAll(/--format (\w+)/g)) expect(stdout).toContain(`"${format[1]}"`);
  });
});

test("this repository does as it tells others, with its own build", () => {
  const scripts = (file: string) =>
    Object.values(workflow(file).jobs).flatMap(({ steps }) => steps.map(({ run, uses }) => run ?? uses));
  const own = scripts(".github/workflows/review.yml").filter((script) => script !== "npm run --silent build");
  expect(own).toEqual(
    scripts(FOR_USERS).map((script) => script?.replaceAll("npx --no-install wirepact", "node bin/wirepact.js")),
  );
});

describe("a pull request", () => {
  const LONG = chatDocument("more: { type: string }");
  const SHORT = chatDocument("more: { type: string, maxLength: 9 }");

  test("that breaks is commented upon, annotated, and fails", () => {
    const { folder, runStep, calls, body } = pullRequest(LONG, SHORT);
    expect(runStep("Review").status).toBe(0);
    expect(body()).toContain("compared with `origin/main`");
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("## Wirepact review: 1 breaking");
    expect(runStep("Comment").status).toBe(0);
    expect(calls()).toEqual([
      "api --paginate repos/o/r/issues/7/comments?per_page=100",
      "api --method POST repos/o/r/issues/7/comments --field body=@review.md --silent",
    ]);
    expect(body()).toMatch(/^<!-- wirepact-review -->\n/);
    const { status, stdout } = runStep("Annotate, and fail where something breaks");
    expect(stdout).toMatch(/^::error file=generated\/chat\/asyncapi\.yaml,line=\d+,col=\d+,title=chat%3A breaking /);
    expect(status).toBe(1);
  });

  test("has one comment, which is brought up to date", () => {
    const { runStep, calls } = pullRequest(LONG, SHORT, "41\n42\n");
    runStep("Review");
    expect(runStep("Comment").status).toBe(0);
    expect(calls()[1]).toBe("api --method PATCH repos/o/r/issues/comments/41 --field body=@review.md --silent");
  });

  test("that changes nothing is left alone, unless there is a comment to bring up to date", () => {
    const quiet = pullRequest(LONG, `# The same\n${LONG}`);
    quiet.runStep("Review");
    expect(quiet.runStep("Comment").status).toBe(0);
    expect(quiet.calls()).toHaveLength(1);
    expect(quiet.runStep("Annotate, and fail where something breaks").status).toBe(0);
    const mended = pullRequest(LONG, LONG, "41\n");
    mended.runStep("Review");
    mended.runStep("Comment");
    expect(mended.calls()[1]).toContain("--method PATCH");
  });

  test("whose documents cannot be read fails, with the reason", () => {
    const { runStep } = pullRequest(LONG, "asyncapi: [");
    const { status, stderr } = runStep("Review");
    expect(status).toBe(0);
    expect(stderr).toContain("error yaml-syntax");
    expect(runStep("Comment").status).toBe(0);
    expect(runStep("Annotate, and fail where something breaks").status).toBe(2);
  });
});

/** A pull request that was checked out as its merge, and the steps of the workflow; `gh` notes what it is asked, and knows some comments. */
function pullRequest(before: string, after: string, comments = "") {
  const path = "generated/chat/asyncapi.yaml";
  const folder = repository({ [path]: before });
  git(folder, "checkout", "-q", "-b", "change");
  commit(folder, { [path]: after });
  git(folder, "checkout", "-q", "main");
  git(folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "merge", "-q", "--no-ff", "-m", "merge", "change");
  const runner = temporaryFolder();
  put(runner, {
    "bin/npx": `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${BIN}" "$@"\n`,
    "bin/gh": GH,
    comments,
  });
  for (const program of ["npx", "gh"]) chmodSync(join(runner, "bin", program), 0o755);
  const steps = Object.values(workflow(FOR_USERS).jobs).flatMap((job) => job.steps);
  const env = {
    GITHUB_REPOSITORY: "o/r",
    GITHUB_BASE_REF: "main",
    NUMBER: "7",
    GH_TOKEN: "secret",
    RUNNER_TEMP: runner,
    GITHUB_STEP_SUMMARY: join(runner, "summary.md"),
  };
  const runStep = (name: string) => {
    const script = steps.find((step) => step.name === name)?.run ?? "exit 99";
    // As GitHub's runner calls it where no shell is named.
    const PATH = `${join(runner, "bin")}:${process.env["PATH"]}`;
    return spawnSync("bash", ["-e", "-c", script], { cwd: folder, env: { ...process.env, ...env, PATH }, encoding: "utf8" });
  };
  const noted = (file: string) => (existsSync(join(runner, file)) ? readFileSync(join(runner, file), "utf8") : "");
  const calls = () =>
    noted("calls")
      .split("\n")
      .slice(0, -1)
      .map((call) => call.replace(`${runner}/`, "").replace(/ --jq .*/, ""));
  runStep("Name the base");
  return { folder: runner, runStep, calls, body: () => noted("review.md") };
}

const GH = `#!/bin/sh
echo "$*" >> "$RUNNER_TEMP/calls"
case "$*" in *--paginate*) cat "$RUNNER_TEMP/comments" ;; esac
`;

function workflow(file: string): Workflow {
  return parse(readFileSync(join(ROOT, file), "utf8"));
}
