import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics.ts";
import { shownPath } from "../diagnostics.ts";
import { documentOf } from "./madePackages.ts";
import { readManifest } from "./manifest.ts";

/**
 * Packages in an output folder that an earlier run wrote, for protocols which are not among the given ones: neither their
 * schema nor the file that they were made from is there. What was made from what ships is not missed.
 */
export function orphans(out: string, protocols: readonly string[], severity: Diagnostic["severity"]): Diagnostic[] {
  if (!existsSync(out)) return [];
  const folders = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const foreign = folders.map(({ name }) => name).filter((name) => !protocols.includes(name));
  return foreign.sort().flatMap((name): Diagnostic[] => {
    const text = textOf(out, name);
    const position = { file: shownPath(join(out, name)), line: 1, column: 1 };
    return text === undefined ? [] : [{ code: "orphaned-package", severity, text, position }];
  });
}

/** Why nobody keeps a package up to date; nothing where somebody does, or where the folder is no package of ours. */
function textOf(out: string, name: string): string | undefined {
  const folder = join(out, name);
  const { files, origin } = readManifest(folder);
  // Only what has a manifest of ours is a package of ours.
  if (files.size === 0) return undefined;
  if (origin === undefined || origin.kind === "module")
    return `no protocol under schemas/ gives this package any more; remove the folder, or bring schemas/${name} back`;
  const document = documentOf(folder);
  if (document === undefined || existsSync(document)) return undefined;
  return `this package was made from ${shownPath(document)}, which is not there; remove the folder, or name another: npx wirepact generate ${name} --from FILE`;
}
