import { realpathSync } from "node:fs";
import { type FileKind, readYamlFile, type YamlFile } from "./yamlFile.ts";

/** Where the files of a document come from: a disk, or a commit. Paths are absolute. */
export interface SourceFiles {
  /** Reads a file; `shown` is its path in diagnostics. */
  readonly open: (path: string, shown: string, kind?: FileKind) => YamlFile;
  /** Where a path leads behind links; undefined where there is nothing. */
  readonly real: (path: string) => string | undefined;
}

/** The files of this machine. */
export const DISK: SourceFiles = {
  open: readYamlFile,
  real: (path) => {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  },
};
