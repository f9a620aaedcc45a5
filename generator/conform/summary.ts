import { type JudgedResult, OUTCOMES, type Outcome } from "./outcome.ts";

/** What an implementation was asked to be. */
export type Role = "codec" | "server" | "client";

/** A run in figures. */
export interface Summary {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly total: number;
  /** Whether nothing of the protocol was judged: all was skipped, but for what asks only whether the implementation takes part. */
  readonly isIdle: boolean;
  /** Whether all came out as it should, and something was shown. */
  readonly isFine: boolean;
}

/** A whole run, for reports. */
export interface ConformRun {
  readonly role: Role;
  readonly protocol: string;
  readonly results: readonly JudgedResult[];
  /** Entries of the list of known failures that name no case. */
  readonly stale: readonly string[];
  /** What is to be known beside the results. */
  readonly notes: readonly string[];
  /** How many cases were left out because the run was interrupted. */
  readonly unrun: number;
  readonly milliseconds: number;
}

/** Counts how cases came out. */
export function summarize({ results, unrun }: Pick<ConformRun, "results" | "unrun">): Summary {
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
  const counts = {
    pass: count("pass"),
    "known-failure": count("known-failure"),
    skipped: count("skipped"),
    fail: count("fail"),
    "unexpected-pass": count("unexpected-pass"),
    "harness-error": count("harness-error"),
  };
  const isIdle = results.every(({ outcome, isPreliminary }) => outcome === "skipped" || (isPreliminary && outcome === "pass"));
  const isFine = unrun === 0 && !isIdle && results.every(({ outcome }) => OUTCOMES[outcome].isFine);
  return { counts, total: results.length, isIdle, isFine };
}
