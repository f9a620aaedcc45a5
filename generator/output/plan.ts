import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DiagnosticError } from "../diagnostics.ts";
import type { EmittedFile } from "../emit/file.ts";
import { hash, MANIFEST, type Manifest, printManifest, readManifest } from "./manifest.ts";

/** What a run would do to one folder. */
export interface Plan {
  readonly folder: string;
  /** Files that are missing or differ. */
  readonly write: readonly EmittedFile[];
  /** Files of an earlier run that the contract no longer gives. */
  readonly remove: readonly string[];
  readonly unchanged: number;
}

/** Compares a folder with what it should hold. Refuses to touch what no earlier run wrote. */
export function plan(folder: string, files: readonly EmittedFile[], fingerprint: string): Plan {
  refuseLinks(folder);
  const manifest = readManifest(folder);
  const next: Manifest = { fingerprint, files: new Map(files.map(({ path, text }) => [path, hash(text)])) };
  const all = [...files, { path: MANIFEST, text: printManifest(next) }];
  const write = all.filter(({ path, text }) => differs(folder, path, text, manifest));
  const remove = [...manifest.files.keys()].filter((path) => !next.files.has(path) && existsSync(join(folder, path)));
  return { folder, write, remove, unchanged: all.length - write.length };
}

function differs(folder: string, path: string, text: string, manifest: Manifest): boolean {
  const target = join(folder, path);
  refuseLinks(dirname(target));
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return true;
  if (!stats.isFile()) throw unsafe(target, "stands where a file must be written, and is none; remove it");
  if (readFileSync(target, "utf8") === text) return false;
  if (!manifest.files.has(path) && path !== MANIFEST) {
    const position = { file: target, line: 1, column: 1 };
    const reason =
      "this file was not written by wirepact, and a generated file needs its name; move it, or choose another folder with --out";
    throw new DiagnosticError({ code: "foreign-file", severity: "error", text: reason, position });
  }
  return true;
}

/** A link could lead a write, or a removal, out of the folder. */
function refuseLinks(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isSymbolicLink())
    throw unsafe(folder, "is a symbolic link, which is never followed; replace it by a folder, or name its target with --out");
  if (!stats.isDirectory()) throw unsafe(folder, "is no folder; remove it, or choose another folder with --out");
}

function unsafe(file: string, text: string): DiagnosticError {
  return new DiagnosticError({ code: "unsafe-output", severity: "error", text, position: { file, line: 1, column: 1 } });
}
