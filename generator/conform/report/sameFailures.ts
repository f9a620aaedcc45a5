import type { JudgedResult } from "../outcome.ts";

/** Failures that are told once: the first, and the others by name. */
export interface SameFailures {
  readonly first: string;
  readonly others: readonly string[];
}

/** What is the same of failures that are told once: the rule, and what is said of it. Undefined of what is no failure. */
export function failureKey({ outcome, verdict }: JudgedResult): string | undefined {
  return outcome === "fail" && verdict.kind === "fail" ? `${verdict.rule}: ${verdict.text}` : undefined;
}

/** The failures of a run of which there are several that are the same. */
export function sameFailures(results: readonly JudgedResult[]): SameFailures[] {
  const groups = new Map<string, string[]>();
  for (const result of results) {
    const key = failureKey(result);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), result.id]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined || others.length === 0 ? [] : [{ first, others }],
  );
}
