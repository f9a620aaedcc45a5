import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readManifest } from "./manifest.ts";

/** The AsyncAPI file that a package in an output folder was made from; absent where it was made from something else. */
export function documentOf(folder: string): string | undefined {
  const { files, origin } = readManifest(folder);
  return files.size > 0 && origin?.kind === "document" ? resolve(dirname(folder), origin.path) : undefined;
}

/** Names of the packages in an output folder that no folder under `schemas/` gives: made from a file, or from what ships. */
export function packagesOfNoSchema(out: string): string[] {
  if (!existsSync(out)) return [];
  const folders = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => isOfNoSchema(join(out, name)));
}

function isOfNoSchema(folder: string): boolean {
  const { files, origin } = readManifest(folder);
  return files.size > 0 && origin !== undefined && origin.kind !== "module";
}
