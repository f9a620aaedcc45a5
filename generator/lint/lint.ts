import type { Contract } from "../model/contract.ts";
import { LINT_RULE_IDS, type LintRuleId, lintRules } from "./lintRules.ts";
import type { Breach, Level } from "./rule.ts";
import { createSubject } from "./subject.ts";

/** A breach of a rule that is not off. */
export interface LintFinding extends Breach {
  readonly code: LintRuleId;
  readonly severity: Exclude<Level, "off">;
}

/** Holds a contract against the rules; `levelOf` is what a project says of each. */
export function lint(contract: Contract, levelOf: (rule: LintRuleId) => Level): LintFinding[] {
  const subject = createSubject(contract);
  return LINT_RULE_IDS.flatMap((code) => {
    const severity = levelOf(code);
    return severity === "off" ? [] : [...lintRules[code].check(subject)].map((breach) => ({ code, severity, ...breach }));
  });
}
