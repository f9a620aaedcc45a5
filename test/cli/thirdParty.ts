import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const DOCUMENTS = fileURLToPath(new URL("./documents/", import.meta.url));

/** Documents as others write them, by the place that each has in a project. */
export function documents(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(DOCUMENTS, name), "utf8")]));
}

/** A project in which a package was generated from a document, and where it is installed as `@wirepact/NAME`. */
export async function installFrom(files: Readonly<Record<string, string>>, document: string, name: string): Promise<string> {
  const project = temporaryFolder({ ...files, "package.json": '{"type":"module"}' });
  const { status, stderr } = await runHere(["generate", "--from", document], project);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const scope = join(project, "node_modules/@wirepact");
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(ROOT, "runtime"), join(scope, "runtime"));
  symlinkSync(join(project, "generated", name), join(scope, name));
  return project;
}

/** What plain Node reads each frame of one side as: a message's name, or `PATH CODE` for each issue. */
export function readFrames(
  project: string,
  name: string,
  side: "Client" | "Server",
  frames: readonly unknown[],
): readonly (string | readonly string[])[] {
  const source = `import { parse${side}Message } from "@wirepact/${name}";
const read = (result) => result.ok ? result.message : result.error.issues.map(({ path, code }) => path + " " + code);
console.log(JSON.stringify(${JSON.stringify(frames)}.map((frame) => read(parse${side}Message(frame)))));`;
  writeFileSync(join(project, "main.js"), source);
  return JSON.parse(execFileSync(process.execPath, ["main.js"], { cwd: project, encoding: "utf8" }));
}

/** What strict TypeScript objects to in a module of the project; nothing where it is fine. */
export function typeErrors(project: string, source: string): string {
  writeFileSync(join(project, "user.ts"), source);
  const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", "", "user.ts"];
  try {
    return execFileSync(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, ...options], {
      cwd: project,
      encoding: "utf8",
    });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}
