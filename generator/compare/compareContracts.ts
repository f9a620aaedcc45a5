import { fingerprint } from "../fingerprint.ts";
import type { Contract } from "../model/contract.ts";
import type { Change, Finding, Level } from "./change.ts";
import { pairContracts } from "./contractPair.ts";
import { findFields } from "./fields/findFields.ts";
import { worst, worstOf } from "./judgement.ts";
import { retire } from "./living/retire.ts";
import { contractRules, type ReviewRule } from "./reviewRules.ts";
import { valueText } from "./schema/canonical.ts";

/** How closely two contracts are compared: `types` tells of source code on the packages, too. */
export interface CompareOptions {
  readonly level: Level;
  /** The day of the review, as `2027-01-31`: what was deprecated may go once its sunset is over. */
  readonly today?: string;
}

/** What changed between two contracts of one protocol, in the order of the rules. */
export function compareContracts(before: Contract, after: Contract, { level, today }: CompareOptions): readonly Change[] {
  return changesAt(level, findDifferences(before, after, today));
}

/** A difference, and the rule that found it. */
export type Found = readonly [rule: ReviewRule, finding: Finding];

/**
 * All that the rules find, not judged yet. What was deprecated may go once its sunset is over, as of `today` (`2027-01-31`);
 * where no day is given none is.
 */
export function findDifferences(before: Contract, after: Contract, today?: string): readonly Found[] {
  const pair = pairContracts(before, after, today);
  const found = contractRuleIds().flatMap((rule) =>
    [...contractRules[rule].find(pair)].map((finding) => [rule, finding] as const),
  );
  return [...found, ...findFields(pair)].map(([rule, finding]) => [rule, retire(finding, pair)] as const);
}

/** The differences that a level tells of, judged by what it looks at. */
export function changesAt(level: Level, found: readonly Found[]): readonly Change[] {
  const told = found.filter(([, finding]) => level === "types" || finding.level === "wire");
  return told.map(([rule, finding]) => toChange(rule, finding, level));
}

function contractRuleIds(): (keyof typeof contractRules)[] {
  // The keys of a constant object are what its type says.
  return Object.keys(contractRules) as (keyof typeof contractRules)[];
}

function toChange(rule: ReviewRule, finding: Finding, level: Level): Change {
  const code = level === "types" ? finding.code : undefined;
  const judgement = worst([worstOf(finding.meetings), code ?? "safe"]);
  return { ...finding, rule, judgement, fingerprint: fingerprint(identityText(rule, finding), 12) };
}

/** What is said of a change is part of it: who let a risk pass has not let pass that it breaks. */
function identityText(rule: ReviewRule, { message, meetings, code = "safe", identity }: Finding): string {
  return valueText([rule, message, { ...meetings }, code, ...identity]);
}
