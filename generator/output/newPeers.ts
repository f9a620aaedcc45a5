import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmittedFile } from "../emit/file.ts";
import { getObject, type Json } from "../json.ts";

/** What a package is about to need beside it that it did not need before: it was installed without. None where it is new. */
export function newPeers(folder: string, files: readonly EmittedFile[]): string[] {
  const path = join(folder, "package.json");
  const next = files.find((file) => file.path === "package.json");
  if (next === undefined || !existsSync(path)) return [];
  const before = peersIn(readFileSync(path, "utf8"));
  return before === undefined ? [] : [...(peersIn(next.text) ?? [])].filter((name) => !before.has(name));
}

function peersIn(text: string): ReadonlySet<string> | undefined {
  try {
    const manifest: Json = JSON.parse(text);
    return new Set(Object.keys(getObject(manifest, "peerDependencies")));
  } catch {
    // Somebody's own file, perhaps: `plan` tells what stands in the way.
    return undefined;
  }
}
