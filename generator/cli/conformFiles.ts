import { resolve } from "node:path";
import { toJunit } from "../conform/report/junit.ts";
import type { ConformRun } from "../conform/summary.ts";
import { readUserFile } from "../output/userFile.ts";
import { writeUserFile } from "../output/write.ts";
import { type ReasonedName, reasonedListIn } from "../reasonedList.ts";
import type { Project } from "./project.ts";

/** Reads the list of `--known-failing`. */
export function knownFailingIn(file: string, { root }: Project): ReasonedName[] {
  return reasonedListIn(resolve(root, file), "--known-failing");
}

/** The file of `--junit`. One that cannot be written is told before the run, not after it. */
export function junitFile(file: string, { root }: Project): { readonly write: (run: ConformRun) => void } {
  const path = resolve(root, file);
  const look = () => readUserFile(path, root, "--junit");
  look();
  return { write: (run) => writeUserFile(look(), toJunit(run), root, "--junit") };
}
