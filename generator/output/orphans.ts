import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics.ts";
import { shownPath } from "../diagnostics.ts";
import { type Manifest, readManifest } from "./manifest.ts";

/**
 * Packages in an output folder that an earlier run wrote, for protocols which are not among the given ones. What was made
 * from a document, or from what ships, is not missed under schemas/.
 */
export function orphans(out: string, protocols: readonly string[], severity: Diagnostic["severity"]): Diagnostic[] {
  if (!existsSync(out)) return [];
  const folders = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const foreign = folders.map(({ name }) => name).filter((name) => !protocols.includes(name));
  // Only what has a manifest of ours is a package of ours.
  const known = foreign.filter((name) => isOfModule(readManifest(join(out, name)))).sort();
  return known.map((name) => ({
    code: "orphaned-package",
    severity,
    text: `no protocol under schemas/ gives this package any more; remove the folder, or bring schemas/${name} back`,
    position: { file: shownPath(join(out, name)), line: 1, column: 1 },
  }));
}

function isOfModule({ files, origin }: Manifest): boolean {
  return files.size > 0 && (origin === undefined || origin.kind === "module");
}
