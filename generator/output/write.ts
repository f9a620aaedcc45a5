import { randomUUID } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DiagnosticError, shownPath } from "../diagnostics.ts";
import { MANIFEST } from "./manifest.ts";
import type { Plan } from "./plan.ts";
import { readUserFile, type UserFile } from "./userFile.ts";

/** Carries out plans: everything is staged beside its place first, so that a full disk or a missing permission leaves the old files. */
export function write(plans: readonly Plan[]): void {
  const staged: Staged[] = [];
  try {
    for (const { folder, write: files } of plans) {
      for (const { path, text } of files) staged.push(stage(join(folder, path), text));
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw unwritable(error);
  }
  // The manifest last: if a rename fails, the files before it are still known as ours by the old one.
  const manifests = staged.filter(({ to }) => to.endsWith(MANIFEST));
  const others = staged.filter(({ to }) => !to.endsWith(MANIFEST));
  for (const { from, to } of [...others, ...manifests]) renameSync(from, to);
  for (const { folder, remove } of plans) for (const path of remove) removeFile(folder, path);
}

/** Writes a file of the user's own, whole or not at all; what somebody changed since it was read stays as it is. */
export function writeUserFile(before: UserFile, text: string, root: string, option = "--to"): void {
  const { path } = before;
  const staged = tryStage(path, text, option);
  try {
    if (readUserFile(path, root, option).text !== before.text) throw changed(path);
    const mode = lstatSync(path, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(staged.from, mode);
    renameSync(staged.from, path);
  } catch (error) {
    rmSync(staged.from, { force: true });
    throw unwritable(error, option);
  }
}

function tryStage(path: string, text: string, option: string): Staged {
  try {
    return stage(path, text);
  } catch (error) {
    throw unwritable(error, option);
  }
}

function changed(path: string): DiagnosticError {
  const text = "was changed meanwhile, so nothing was written; run the command again";
  return new DiagnosticError({
    code: "unsafe-output",
    severity: "error",
    text,
    position: { file: shownPath(path), line: 1, column: 1 },
  });
}

/** The ending of a staged file: nobody else's file can have it, and what an interrupted run left is told by its beginning. */
const STAGED = /\.wirepact-new-[\da-f-]{36}$/;

/** A file under its temporary name, and where it goes. */
interface Staged {
  readonly from: string;
  readonly to: string;
}

/** What the system says of a folder that cannot be written, as a diagnostic. */
function unwritable(error: unknown, option = "--out"): unknown {
  if (!(error instanceof Error && "code" in error && "path" in error)) return error;
  const file = shownPath(String(error.path)).replace(STAGED, "");
  const text = `cannot be written (${String(error.code)}), so nothing was; check the folder's permissions and the disk, or choose another with ${option}`;
  return new DiagnosticError({ code: "unsafe-output", severity: "error", text, position: { file, line: 1, column: 1 } });
}

function stage(to: string, text: string): Staged {
  mkdirSync(dirname(to), { recursive: true });
  const from = `${to}.wirepact-new-${randomUUID()}`;
  writeFileSync(from, text, { flag: "wx" });
  return { from, to };
}

/** Removes a file, and the folders that it leaves empty. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      // Not empty: something else still stands in it.
      return;
    }
  }
}
