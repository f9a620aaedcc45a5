import type { SessionRule } from "../../session/sessionRules.ts";
import type { Place, Verdict } from "../verdict.ts";
import type { ServerRule } from "./serverRules.ts";

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

/** The server breaks a rule. */
export function failed(rule: ServerRule | SessionRule, text: string, known: Known = {}): Ended {
  return new Ended({ kind: "fail", rule, text, ...known });
}

/** The server may do what it does, and the case cannot show what it should. */
export function skipped(reason: string): Ended {
  return new Ended({ kind: "skipped", reason });
}

/** Nothing can be known of the server. */
export function broken(text: string): Ended {
  return new Ended({ kind: "harness-error", text });
}
