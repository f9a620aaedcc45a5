import type { Place as DocumentPlace } from "../session/verdict.ts";

/** Where a contract states a rule; `written` is the line of the file that people edit, where somebody has looked it up. */
export interface Place extends DocumentPlace {
  readonly written?: string;
}

/** What is said of an implementation in one case. */
export type Verdict =
  | { readonly kind: "pass" }
  | Failure
  /** It says itself that it does not do this; or the contract leaves to it what it does here, so that nothing can be shown. */
  | { readonly kind: "skipped"; readonly reason: string }
  /** Nothing was learnt of the implementation: it could not be started or reached, or the case itself is at fault. Never a pass. */
  | { readonly kind: "harness-error"; readonly text: string };

/** What an implementation does wrong. */
export interface Failure {
  readonly kind: "fail";
  /** Name of the rule that it breaks, the same wherever it is broken. */
  readonly rule: string;
  /** What was asked for, and what came instead. */
  readonly text: string;
  readonly at?: Place;
  /** The frame that broke it, printed and cut. */
  readonly frame?: string;
}

/** One case, run. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  /** Whether it asked only for taking part. */
  readonly isPreliminary?: true;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

/** All is as it should be. */
export const PASS: Verdict = { kind: "pass" };
