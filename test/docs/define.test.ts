import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as define from "../../generator/define/index.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const page = readFileSync(join(ROOT, "docs/define.md"), "utf8");

/** The modules of the page: a block that names its path begins one, those after it go on. */
function modules(): Record<string, string> {
  const files: Record<string, string> = {};
  let path = "";
  for (const [, block = ""] of page.matchAll(/```ts\n([\s\S]*?)```/g)) {
    path = /^\/\/ (schemas\/\S+)\n/.exec(block)?.[1] ?? path;
    files[path] = `${files[path] ?? ""}${block}`;
  }
  return files;
}

test("the page shows every function of the vocabulary", () => {
  const code = Object.values(modules()).join("");
  const shown = Object.keys(define).filter((name) => new RegExp(`\\b${name}[(.]`).test(code));
  expect(shown.sort()).toEqual(Object.keys(define).sort());
});

test("the protocols of the page generate, without a warning", async () => {
  const run = await runCli(["generate"], { cwd: temporaryFolder(modules()) });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(run.stdout).toContain("2 packages, 2 changed");
});

test("the protocols of the page are what their types say", () => {
  const files = modules();
  const folder = temporaryFolder({ ...files, "package.json": '{"type":"module"}' });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/wirepact"));
  const flags = ["--noEmit", "--strict", "--skipLibCheck", "--noUnusedLocals", "--module", "nodenext", "--types", ""];
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  expect(() =>
    execFileSync(process.execPath, [tsc, ...flags, ...Object.keys(files)], { cwd: folder, stdio: "pipe" }),
  ).not.toThrow();
});
