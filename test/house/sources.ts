import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ROOT } from "../support/protocols.ts";

/** A source file: its path from the root, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder whose names end in one of the given ways. */
export function sourcesIn(folder: string, ...endings: readonly string[]): SourceText[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)));
  const paths = files.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const own = paths.filter((path) => !/(^|\/)(dist|node_modules)\//.test(path)).sort();
  return own.map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

/** What a module imports, statically or on demand, as it is written. */
export function importsOf(text: string): string[] {
  const statements = text.matchAll(/^\s*(?:import|export)\b[^;"]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
