import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DiagnosticCode } from "../catalogue.ts";
import { DiagnosticError, shownPath } from "../diagnostics.ts";
import type { EmittedFile } from "../emit/file.ts";
import { hash, MANIFEST, type Manifest, printManifest, readManifest } from "./manifest.ts";
import type { PackageOrigin } from "./packageOrigin.ts";

/** What a run would do to one folder. */
export interface Plan {
  readonly folder: string;
  /** Files that are missing or differ. */
  readonly write: readonly EmittedFile[];
  /** Files of an earlier run that the contract no longer gives. */
  readonly remove: readonly string[];
  readonly unchanged: number;
}

/**
 * Compares a folder with what it should hold. Refuses to touch what no earlier run wrote, and whatever stands behind a link.
 * Without an origin, the one stays that an earlier run noted.
 */
export function plan(folder: string, files: readonly EmittedFile[], fingerprint: string, origin?: PackageOrigin): Plan {
  for (const path of [dirname(folder), folder]) refuseUnlessFolder(path);
  const manifest = readManifest(folder);
  const hashes = new Map(files.map(({ path, text }) => [path, hash(text)]));
  const next: Manifest = { fingerprint, origin: origin ?? manifest.origin, files: hashes };
  const all = [...files, { path: MANIFEST, text: printManifest(next) }];
  const write = all.filter(({ path, text }) => differs(folder, path, text, manifest));
  const remove = [...manifest.files.keys()].filter((path) => !next.files.has(path) && isOwn(folder, path));
  return { folder, write, remove, unchanged: all.length - write.length };
}

function differs(folder: string, path: string, text: string, manifest: Manifest): boolean {
  for (const inner of foldersOf(path)) refuseUnlessFolder(join(folder, inner));
  const target = join(folder, path);
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return true;
  if (!stats.isFile()) throw refused("unsafe-output", target, "stands where a file must be written, and is none; remove it");
  if (readFileSync(target, "utf8") === text) return false;
  if (manifest.files.has(path) || path === MANIFEST) return true;
  const reason =
    "this file was not written by wirepact, and a generated file needs its name; move it, or choose another folder with --out";
  throw refused("foreign-file", target, reason);
}

/** Whether a path that the manifest lists is still a file in the folder itself. */
function isOwn(folder: string, path: string): boolean {
  const kinds = foldersOf(path).map((inner) => lstatSync(join(folder, inner), { throwIfNoEntry: false })?.isDirectory());
  return kinds.every((isFolder) => isFolder) && lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
}

/** The folders between a package's own and a file in it. */
function foldersOf(path: string): string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}

/** A link could lead a write, or a removal, out of the folder. */
function refuseUnlessFolder(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return;
  if (!stats.isSymbolicLink())
    throw refused("unsafe-output", folder, "is no folder; remove it, or choose another folder with --out");
  const text = "is a symbolic link, which is never followed; replace it by a folder, or name its target with --out";
  throw refused("unsafe-output", folder, text);
}

function refused(code: DiagnosticCode, file: string, text: string): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position: { file: shownPath(file), line: 1, column: 1 } });
}
