import { MANIFEST } from "../../generator/output/manifest.ts";
import { readTree } from "../support/readTree.ts";

/** The files of all packages below a folder. Their manifests note where each was made from, which is no part of what it is. */
export function packagesIn(folder: string): Record<string, string> {
  const files = Object.entries(readTree(folder));
  return Object.fromEntries(files.map(([path, text]) => [path, path.endsWith(MANIFEST) ? withoutOrigin(text) : text]));
}

function withoutOrigin(manifest: string): string {
  return JSON.stringify({ ...JSON.parse(manifest), origin: undefined });
}
