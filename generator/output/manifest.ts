import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compact, get, getObject, getString, type Json } from "../json.ts";
import { type PackageOrigin, readOrigin } from "./packageOrigin.ts";

/** Name of the file that lists what Wirepact wrote into a folder. */
export const MANIFEST = ".wirepact.json";

/** What an earlier run wrote: only these files may be replaced or removed. */
export interface Manifest {
  /** Fingerprint of the document, the templates and this version; absent in a new folder. */
  readonly fingerprint: string | undefined;
  /** What the package was made from; absent where nobody noted it. */
  readonly origin: PackageOrigin | undefined;
  /** SHA-256 of each file, by its path below the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads the manifest of a folder; one that is missing or broken lists nothing. */
export function readManifest(folder: string): Manifest {
  const value = readJson(join(folder, MANIFEST));
  const files = Object.entries(getObject(value, "files")).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const own = new Map(files.filter(([path]) => isInner(path)));
  return { fingerprint: getString(value, "fingerprint"), origin: readOrigin(value), files: own };
}

/** Prints a manifest. */
export function printManifest({ fingerprint, origin, files }: Manifest): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = compact({ generator: "wirepact", fingerprint, origin, files: Object.fromEntries(sorted) });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** SHA-256 of a text, in hexadecimal digits. */
export function hash(...texts: readonly string[]): string {
  const sha = createHash("sha256");
  for (const text of texts) sha.update(`${text.length}:`).update(text);
  return sha.digest("hex");
}

/** A manifest could be edited: it must never lead out of its folder. */
export function isInner(path: string): boolean {
  return path !== "" && path.split("/").every((step) => step !== "" && step !== "." && step !== "..") && !/[\\\0:]/.test(path);
}

function readJson(path: string): Json | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const value: Json = JSON.parse(readFileSync(path, "utf8"));
    return get(value, "generator") === "wirepact" ? value : undefined;
  } catch {
    return undefined;
  }
}
