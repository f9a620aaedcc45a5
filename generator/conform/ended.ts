import type { SessionRule } from "../session/sessionRules.ts";
import type { ConformRule } from "./conformRules.ts";
import type { Place, Verdict } from "./verdict.ts";

/** Ends a case, from wherever its verdict becomes known. */
export class Ended extends Error {
  override readonly name = "Ended";
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict.kind);
    this.verdict = verdict;
  }
}

/** What else is known of a failure. */
interface Known {
  readonly at?: Place;
  readonly frame?: string;
}

/** The other side breaks a rule. */
export function failed(rule: ConformRule | SessionRule, text: string, known: Known = {}): Ended {
  return new Ended({ kind: "fail", rule, text, ...known });
}

/** The other side may do what it does, and the case cannot show what it should. */
export function skipped(reason: string): Ended {
  return new Ended({ kind: "skipped", reason });
}

/** Nothing can be known of the other side. */
export function broken(text: string): Ended {
  return new Ended({ kind: "harness-error", text });
}
