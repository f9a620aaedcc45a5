import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Change, Level } from "../../generator/compare/change.ts";
import { findDifferences } from "../../generator/compare/compareContracts.ts";
import { textReport } from "../../generator/compare/report/text.ts";
import { type Review, reviewAt } from "../../generator/compare/review.ts";
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

/** The reviews of a case, there and back: of frames, and of source code too. */
export interface CaseReviews {
  readonly wire: readonly [there: Review, back: Review];
  readonly types: readonly [there: Review, back: Review];
}

/** The day of all cases: sunsets of 2026-01 are over, those of 2027 are not. */
const TODAY = "2026-06-01";

const known = new Map<string, Promise<CaseReviews>>();

/** Reviews a case, once. */
export function reviewCase(name: string): Promise<CaseReviews> {
  const reviews = known.get(name) ?? reviewAnew(name);
  known.set(name, reviews);
  return reviews;
}

async function reviewAnew(name: string): Promise<CaseReviews> {
  const [before, after] = [await contractOf(name, "before.yaml"), await contractOf(name, "after.yaml")];
  const [there, back] = [findDifferences(before, after, TODAY), findDifferences(after, before, TODAY)];
  const both = (level: Level) => [reviewAt(level, before, after, there), reviewAt(level, after, before, back)] as const;
  return { wire: both("wire"), types: both("types") };
}

/** What is told of a case; of source code, what is judged otherwise than frames are. */
export function printCase({ wire, types }: CaseReviews): string {
  const parts = wire.map((review, index) => {
    const report = textReport([review], { against: FILES[index] ?? "", strict: false });
    return [report, ...codeOf(review, types[index] ?? review)].join("\n");
  });
  return `${parts.join("\n\n--- and back ---\n\n")}\n`;
}

function codeOf({ changes }: Review, types: Review): string[] {
  const isOther = (change: Change) =>
    !changes.some(({ fingerprint, judgement }) => fingerprint === change.fingerprint && judgement === change.judgement);
  const told = types.changes
    .filter(isOther)
    .map(({ judgement, message, text, rule }) => `  ${judgement.padEnd(9)} ${message}: ${text} (${rule} at the level types)`);
  return told.length === 0 ? [] : ["", ...told];
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
