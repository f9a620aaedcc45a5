import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST } from "./manifest.ts";
import type { Plan } from "./plan.ts";

/** Carries out plans: everything is staged beside its place first, so that a full disk or a missing permission leaves the old files. */
export function write(plans: readonly Plan[]): void {
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { folder, write: files } of plans) {
      for (const { path, text } of files) staged.push(stage(join(folder, path), text));
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw error;
  }
  // The manifest last: if a rename fails, the files before it are still known as ours by the old one.
  const [manifests, others] = [
    staged.filter(({ to }) => to.endsWith(MANIFEST)),
    staged.filter(({ to }) => !to.endsWith(MANIFEST)),
  ];
  for (const { from, to } of [...others, ...manifests]) renameSync(from, to);
  for (const { folder, remove } of plans) for (const path of remove) removeFile(folder, path);
}

function stage(to: string, text: string): { from: string; to: string } {
  mkdirSync(dirname(to), { recursive: true });
  const from = `${to}.wirepact-new`;
  // Whatever has the name of a staged file is ours or in the way; a link there is removed, never followed.
  rmSync(from, { force: true });
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
