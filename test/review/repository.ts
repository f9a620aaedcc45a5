import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** Makes a git repository with one commit. */
export function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  git(folder, "init", "-q", "-b", "main");
  commit(folder, files);
  return folder;
}

/** Writes files into a repository and commits everything. */
export function commit(folder: string, files: Readonly<Record<string, string>>): void {
  put(folder, files);
  git(folder, "add", "-A");
  git(folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "--allow-empty", "-m", "change");
}

/** Writes files below a folder. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs git in a folder, with nobody's settings. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8" });
}
