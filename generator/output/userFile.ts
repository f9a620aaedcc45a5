import { lstatSync, readFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import type { DiagnosticCode } from "../catalogue.ts";
import { DiagnosticError, shownPath } from "../diagnostics.ts";

/** A file of the user's own, as it stands. */
export interface UserFile {
  readonly path: string;
  /** Undefined where there is no such file yet. A mark at its beginning is kept. */
  readonly text: string | undefined;
}

const LARGEST = 16 * 1024 * 1024;

/**
 * Reads a file that is to be written to. Refuses what is no regular file, and whatever stands behind a link within the root; `option`
 * is what named it.
 */
export function readUserFile(path: string, root: string, option = "--to"): UserFile {
  for (const folder of foldersOf(path, root)) refuseUnlessFolder(folder, path, option);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return { path, text: undefined };
  if (stats.isSymbolicLink())
    throw refused("unsafe-output", path, `is a symbolic link, which is never followed; name its target with ${option}`);
  if (!stats.isFile()) throw refused("unsafe-output", path, `is no regular file; name another with ${option}`);
  if (stats.size > LARGEST) throw refused("unreadable-file", path, `is larger than ${LARGEST / 1024 / 1024} MiB; split it`);
  return { path, text: textOf(path, option) };
}

/** The folder of a file, and those above it up to the root. */
function foldersOf(path: string, root: string): string[] {
  const folder = dirname(path);
  const steps = relative(root, folder).split(sep);
  // Outside of the root, only its own folder is looked at: the way there is not the project's.
  if (steps[0] === ".." || steps[0] === "") return [folder];
  return steps.map((_, index) => [root, ...steps.slice(0, index + 1)].join(sep));
}

function refuseUnlessFolder(folder: string, path: string, option: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return;
  if (stats.isSymbolicLink())
    throw refused(
      "unsafe-output",
      folder,
      `is a symbolic link, which is never followed; name a file in its target with ${option}`,
    );
  throw refused(
    "unsafe-output",
    folder,
    `is no folder, so that ${shownPath(path)} cannot be in it; name another file with ${option}`,
  );
}

function textOf(path: string, option: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    // A decoder's error is of what it was given; a system's, of the call that failed.
    const isSystems = error instanceof Error && "syscall" in error && "code" in error;
    const why = isSystems ? `cannot be read (${String(error.code)})` : "is no UTF-8 text";
    throw refused("unreadable-file", path, `${why}; mend it, or name another file with ${option}`);
  }
}

function refused(code: DiagnosticCode, file: string, text: string): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position: { file: shownPath(file), line: 1, column: 1 } });
}
