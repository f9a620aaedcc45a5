import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ROOT } from "../protocols.ts";

const IMPORTER = fileURLToPath(new URL("./importAll.mjs", import.meta.url));

/** A folder in the reach of the runtime, so that packages written into it find what they import. */
export function makeWorkshop(): string {
  const cache = join(ROOT, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, "wirepact-test-"));
}

/** Removes a workshop and all packages in it. */
export function removeWorkshop(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What TypeScript objects to in the declarations of some packages, a line each. */
export function typeErrors(workshop: string, folders: readonly string[]): string[] {
  const config = join(workshop, "tsconfig.json");
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, skipLibCheck: false, noEmit: true, types: [] };
  const files = folders.flatMap((folder) => modulesIn(folder, ".d.ts"));
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const { stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules", ".bin", "tsc"), "-p", config, "--pretty", "false"], {
    encoding: "utf8",
    cwd: workshop,
  });
  return stdout.split("\n").filter((line) => line.includes("error TS"));
}

/** What users of a package import. */
function modulesIn(folder: string, ending: ".js" | ".d.ts"): string[] {
  const names = ["index", "client", "server"].map((name) => join(folder, `${name}${ending}`));
  return names.filter((path) => existsSync(path));
}

/** What importing some packages into one process did to it. */
export interface Imported {
  /** Packages that could not be imported or used, with the reason. */
  readonly failures: readonly string[];
  /** Names that were not global before. */
  readonly globals: readonly string[];
  /** Names that Object.prototype did not have before. */
  readonly inherited: readonly string[];
}

/** Imports packages into a process of their own, and calls what they export. */
export function importAll(folders: readonly string[]): Imported {
  const input = JSON.stringify(folders.flatMap((folder) => modulesIn(folder, ".js").map((path) => pathToFileURL(path).href)));
  return JSON.parse(execFileSync(process.execPath, [IMPORTER], { input, encoding: "utf8" }));
}
