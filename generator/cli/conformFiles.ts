import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type KnownFailure, readKnownFailing } from "../conform/knownFailing.ts";
import { toJunit } from "../conform/report/junit.ts";
import type { ConformRun } from "../conform/summary.ts";
import { DiagnosticError, shownPath } from "../diagnostics.ts";
import { readUserFile } from "../output/userFile.ts";
import { writeUserFile } from "../output/write.ts";
import type { Project } from "./project.ts";

/** Reads the list of `--known-failing`. */
export function knownFailingIn(file: string, { root }: Project): KnownFailure[] {
  const path = resolve(root, file);
  return readKnownFailing(textOf(path), shownPath(path));
}

function textOf(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const isSystems = error instanceof Error && "syscall" in error && "code" in error;
    const why = isSystems ? `cannot be read (${String(error.code)})` : "is no UTF-8 text";
    const text = `${why}; name a list of known failures with --known-failing`;
    throw new DiagnosticError({
      code: "unreadable-file",
      severity: "error",
      text,
      position: { file: shownPath(path), line: 1, column: 1 },
    });
  }
}

/** The file of `--junit`. One that cannot be written is told before the run, not after it. */
export function junitFile(file: string, { root }: Project): { readonly write: (run: ConformRun) => void } {
  const path = resolve(root, file);
  const look = () => readUserFile(path, root, "--junit");
  look();
  return { write: (run) => writeUserFile(look(), toJunit(run), root, "--junit") };
}
