import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTree } from "../support/readTree.ts";
import type { Run } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A folder a case: what a user wrote, and beside it the lines that `wirepact generate` answers. */
export const GOLDEN = fileURLToPath(new URL("../golden/diagnostics/", import.meta.url));

/** Name of the file with the answer. */
export const EXPECTED = "expected.txt";

/** What a case may be about, where it goes in a project of its own, and the command that reads it there. */
const LAYOUTS = [
  { input: "schema.yaml", place: "", command: ["generate", "--from", "schema.yaml"] },
  { input: "schema.json", place: "", command: ["generate", "--from", "schema.json"] },
  { input: "protocol.ts", place: "schemas/chat", command: ["generate"] },
] as const;

/** A package that an earlier run wrote, as its manifest says; a run that finds a mistake must leave it alone. */
const EARLIER = {
  "generated/chat/.wirepact.json": JSON.stringify({ generator: "wirepact", files: { "README.md": "…", "Old.js": "…" } }),
  "generated/chat/README.md": "What an earlier run wrote.",
  "generated/chat/Old.js": "// Stale: the contract has no such file any more.",
};

/** Names of all cases. */
export function goldenCases(): string[] {
  return readdirSync(GOLDEN).sort();
}

/** The layout of a case, by the file that it has; undefined where it has none. */
export function layoutOf(name: string): (typeof LAYOUTS)[number] | undefined {
  return LAYOUTS.find(({ input }) => existsSync(join(GOLDEN, name, input)));
}

/** Runs a case in a project of its own; `touched` is what the run changed there. */
export async function runCase(name: string): Promise<Run & { readonly touched: readonly string[] }> {
  const layout = layoutOf(name);
  if (layout === undefined) throw new Error(`${name} has none of ${LAYOUTS.map(({ input }) => input).join(", ")}`);
  const project = temporaryFolder(EARLIER);
  mkdirSync(dirname(join(project, layout.place)), { recursive: true });
  cpSync(join(GOLDEN, name), join(project, layout.place), { recursive: true });
  rmSync(join(project, layout.place, EXPECTED), { force: true });
  const before = readTree(project);
  const run = await runHere(layout.command, project);
  return { ...run, touched: differences(before, readTree(project)) };
}

/** Writes down what a case answers now. */
export function record(name: string, answer: string): void {
  writeFileSync(join(GOLDEN, name, EXPECTED), answer);
}

function differences(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}
