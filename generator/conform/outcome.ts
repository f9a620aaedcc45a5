import type { KnownFailing } from "./knownFailing.ts";
import type { CaseResult } from "./verdict.ts";

/** Each way in which a case can come out, and whether it is as it should be; reports for CI name those that are not. */
export const OUTCOMES = {
  pass: { isFine: true },
  "known-failure": { isFine: true },
  skipped: { isFine: true },
  fail: { isFine: false },
  "unexpected-pass": { isFine: false },
  "harness-error": { isFine: false },
} as const satisfies Readonly<Record<string, { readonly isFine: boolean }>>;

/** Outcomes that reports name where a rule would stand, as `wirepact explain` tells them. */
export const outcomeTexts = {
  "unexpected-pass": {
    title: "A case passes that the list of known failures names",
    explanation:
      "It was mended, or never failed for the reason that the list gives. Take the entry off, so that it does not hide the next failure.",
  },
  "harness-error": {
    title: "Nothing was learnt of an implementation",
    explanation:
      "It could not be started or reached, broke down too often to be asked any more, or the run was interrupted; perhaps the case itself is at fault. This is never a pass. The text says what was tried last.",
  },
} as const satisfies Readonly<Partial<Record<Outcome, { readonly title: string; readonly explanation: string }>>>;

/** How a case came out, given what is known to fail. */
export type Outcome = keyof typeof OUTCOMES;

/** A result, beside what was known of its case. */
export interface JudgedResult extends CaseResult {
  readonly outcome: Outcome;
  /** Why it is known to fail, where it is. */
  readonly known?: string;
}

/** Holds a result against the list of known failures. Only a failure is one; a broken harness stays broken. */
export function judgeResult(result: CaseResult, knownFailing: KnownFailing): JudgedResult {
  const known = knownFailing.reasonFor(result.id);
  const { kind } = result.verdict;
  if (known === undefined) return { ...result, outcome: kind };
  if (kind === "pass") return { ...result, outcome: "unexpected-pass", known };
  return { ...result, outcome: kind === "fail" ? "known-failure" : kind, known };
}
