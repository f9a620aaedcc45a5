import { dirname, relative, resolve, sep } from "node:path";
import { DiagnosticError, shownPath } from "../diagnostics.ts";
import { readManifest } from "../output/manifest.ts";
import { isOfAnother, type PackageOrigin } from "../output/packageOrigin.ts";
import { type Origin, SHIPPED } from "./project.ts";

/** What the manifest of a package notes of its origin; nothing new where a package is made again from its own document. */
export function packageOriginOf(origin: Origin, folder: string): PackageOrigin | undefined {
  if (origin.kind === "file") {
    const isOwn = origin.path.startsWith(folder + sep);
    return isOwn ? undefined : { kind: "document", path: relativeTo(folder, origin.path) };
  }
  if (dirname(origin.folder) === SHIPPED) return { kind: "shipped", path: relative(SHIPPED, origin.folder) };
  return { kind: "module", path: relativeTo(folder, origin.folder) };
}

/** Two documents of one title would take each other's package away, in turns. */
export function refuseOther(origin: Origin, folder: string): void {
  const { origin: noted } = readManifest(folder);
  const next = packageOriginOf(origin, folder);
  if (next === undefined || !isOfAnother(folder, noted, next)) return;
  const text = `this package was made from ${shownOrigin(noted, folder)}; ${adviceOf(origin)}, or remove the folder if it shall be replaced`;
  throw new DiagnosticError({
    code: "foreign-package",
    severity: "error",
    text,
    position: { file: shownPath(folder), line: 1, column: 1 },
  });
}

function adviceOf(origin: Origin): string {
  if (origin.kind === "module") return "give the protocol another name";
  return `give the new one a name: npx wirepact generate NAME --from ${shownPath(origin.path)}`;
}

function shownOrigin(noted: PackageOrigin, folder: string): string {
  if (noted.kind === "shipped") return `the protocol ${noted.path} that ships with wirepact`;
  return shownPath(resolve(dirname(folder), noted.path));
}

/** With slashes on every system: manifests are committed. */
function relativeTo(folder: string, path: string): string {
  return relative(dirname(folder), path).split(sep).join("/");
}
