import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { textReport } from "../../generator/compare/report/text.ts";
import { type Review, reviewContracts } from "../../generator/compare/review.ts";
import { Findings } from "../../generator/diagnostics.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";

/** A folder a case: two contracts, and what is to be said of the way there and of the way back. */
export const GOLDEN = fileURLToPath(new URL("../golden/review/", import.meta.url));

/** The files of a case. */
export const FILES = ["before.yaml", "after.yaml", "expected.txt"] as const;

/** Names of all cases. */
export function reviewCases(): string[] {
  return readdirSync(GOLDEN).sort();
}

/** The reviews of a case, there and back. */
export async function reviewCase(name: string): Promise<readonly [there: Review, back: Review]> {
  const [before, after] = [await contractOf(name, "before.yaml"), await contractOf(name, "after.yaml")];
  return [reviewContracts(before, after, { level: "types" }), reviewContracts(after, before, { level: "types" })];
}

/** What is told of a case. */
export function printCase([there, back]: readonly [there: Review, back: Review]): string {
  const print = (review: Review, against: string) => textReport([review], { against, strict: false });
  return `${print(there, "before.yaml")}\n\n--- and back ---\n\n${print(back, "after.yaml")}\n`;
}

/** What a case should tell. */
export function expectedOf(name: string): string {
  const path = join(GOLDEN, name, "expected.txt");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Writes down what a case tells now. */
export function record(name: string, text: string): void {
  writeFileSync(join(GOLDEN, name, "expected.txt"), text);
}

/** A contract of a case; it must be one without mistakes. */
export async function contractOf(name: string, file: string): Promise<Contract> {
  const { document, protocol } = await loadAsyncapiFile(join(GOLDEN, name, file), join(GOLDEN, name));
  const findings = new Findings();
  const contract = buildContract(document, protocol, findings);
  if (contract === undefined || findings.hasErrors) throw new Error(`${name}/${file}: ${JSON.stringify(findings.all)}`);
  return contract;
}
