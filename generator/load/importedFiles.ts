import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** What follows `from`, `import` or `require` and leads to another file; a text that only looks so does no harm. */
const IMPORT = /\b(?:from|import|require)\b\s*\(?\s*(["'])(\.{1,2}\/[^"'\n]+)\1/g;

/** What may be left out at the end of an import, and what TypeScript writes in another way. */
const ENDINGS = ["", ".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.mts", "/index.js", "/index.mjs"];

/** The files that a module leads to through relative imports, itself first: what to watch. Packages are not followed. */
export function importedFiles(module: string): readonly string[] {
  const found = new Set([module]);
  // A set is walked in the order of its growth.
  for (const path of found) for (const imported of importsOf(path)) found.add(imported);
  return [...found];
}

function importsOf(path: string): string[] {
  if (path.endsWith(".json")) return [];
  const imports = [...readFileSync(path, "utf8").matchAll(IMPORT)].map(([, , specifier = ""]) =>
    resolve(dirname(path), specifier),
  );
  return imports.flatMap((target) => fileAt(target) ?? []);
}

function fileAt(target: string): string | undefined {
  const asTypeScript = target.replace(/\.([mc]?)js$/, ".$1ts");
  return [...ENDINGS.map((ending) => target + ending), asTypeScript].find(
    (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  );
}
