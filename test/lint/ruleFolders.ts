import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Run } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A folder a rule: `breaks.yaml` and what is said of it, and `fine.yaml`, its like that keeps the rule; as modules, too, where places differ. */
export const RULE_FOLDERS = fileURLToPath(new URL("../golden/lint/", import.meta.url));

/** Names of all folders: ids of rules. */
export function ruleFolders(): string[] {
  return readdirSync(RULE_FOLDERS).sort();
}

/** Whether a folder has a contract of that name. */
export function hasContract(rule: string, name: string): boolean {
  return existsSync(join(RULE_FOLDERS, rule, name));
}

/** What a folder expects for its contract that breaks the rule. */
export function expected(rule: string, name: string): string {
  return readFileSync(join(RULE_FOLDERS, rule, name), "utf8");
}

/** Writes down what is said now. */
export function record(rule: string, name: string, text: string): void {
  writeFileSync(join(RULE_FOLDERS, rule, name), text);
}

/** Lints a contract of a folder, every rule but the folder's own turned off. */
export function lintAlone(rule: string, contract: string, levels: Readonly<Record<string, string>>): Promise<Run> {
  const settings = JSON.stringify({ lint: { rules: levels } });
  const isModule = contract.endsWith(".ts");
  const project = temporaryFolder({ "wirepact.yaml": settings });
  const place = isModule ? "schemas/chat/protocol.ts" : contract;
  mkdirSync(join(project, "schemas/chat"), { recursive: true });
  cpSync(join(RULE_FOLDERS, rule, contract), join(project, place));
  return runHere(isModule ? ["lint", "chat"] : ["lint", "--from", contract], project);
}
