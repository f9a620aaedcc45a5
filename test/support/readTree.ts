import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder, by path: a file's text, a link's target after an arrow. A folder that is missing holds nothing. */
export function readTree(folder: string, below = ""): Record<string, string> {
  const here = join(folder, below);
  if (lstatSync(here, { throwIfNoEntry: false }) === undefined) return {};
  const entries = readdirSync(here, { withFileTypes: true }).map((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return readTree(folder, path);
    const target = join(folder, path);
    return { [path]: entry.isSymbolicLink() ? `→ ${readlinkSync(target)}` : readFileSync(target, "utf8") };
  });
  return Object.assign({}, ...entries);
}
