import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { commit, git, repository } from "./repository.ts";

/**
 * The pull request that the documentation shows, and what is told of it. The patch is that of the schema; whoever changes the panel's
 * schema beneath it mends it, too. `RECORD=1 npx vitest run test/review/example.test.ts` writes what is told now.
 */
const EXAMPLE = join(ROOT, "docs/examples/review");

const TOLD = { "comment.md": "markdown", "report.txt": "text", "annotations.txt": "github" } as const;

test("the example of a pull request is told as it is shown", async () => {
  const project = repository({});
  for (const folder of ["schemas/panel", "generated/panel"])
    cpSync(join(ROOT, folder), join(project, folder), { recursive: true });
  commit(project, {});
  git(project, "apply", join(EXAMPLE, "pull-request.patch"));
  expect(await runCli(["generate", "panel"], { cwd: project })).toMatchObject({ status: 0 });
  git(project, "checkout", "-q", "-b", "cancel");
  commit(project, {});
  for (const [file, format] of Object.entries(TOLD)) {
    const { status, stdout } = await runCli(["review", "--against", "main", "--format", format], { cwd: project });
    expect(status).toBe(1);
    const path = join(EXAMPLE, file);
    if (process.env["RECORD"] === "1") writeFileSync(path, stdout);
    expect(stdout).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
  }
});

test("the README shows a piece of it", () => {
  const [, shown = ""] = /### Review[\s\S]*?```text\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "README.md"), "utf8")) ?? [];
  expect(shown).not.toBe("");
  expect(readFileSync(join(EXAMPLE, "report.txt"), "utf8")).toContain(shown);
});
