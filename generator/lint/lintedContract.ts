import type { Finding } from "../diagnostics.ts";
import type { Contract } from "../model/contract.ts";
import { covers } from "./ignores.ts";
import { lint } from "./lint.ts";
import { lintRules } from "./lintRules.ts";
import type { Level } from "./rule.ts";
import type { Ignore, LintSettings } from "./settings.ts";

/** What was found, by its pointer in the document: of a rule, or told by `generate`. */
export interface Found {
  readonly code: string;
  readonly severity: Exclude<Level, "off">;
  readonly text: string;
  readonly pointer: string;
  readonly about?: string;
  readonly fault?: string;
}

/** What is to be told of a contract, and what settings took away. */
export interface LintedContract {
  readonly contract: Contract;
  readonly found: readonly Found[];
  readonly ignored: number;
  /** The entries that took something away. */
  readonly used: ReadonlySet<Ignore>;
}

/** Holds a contract against the rules, as settings say; `warnings` are what `generate` tells of it. */
export function lintContract(contract: Contract, warnings: readonly Finding[], settings: LintSettings): LintedContract {
  const breaches = lint(contract, (rule) => settings.levels.get(rule) ?? lintRules[rule].level);
  const all: readonly Found[] = [...levelled(warnings, settings), ...breaches];
  const used = new Set<Ignore>();
  const found = all.filter((one) => {
    const covering = settings.ignores.filter((ignore) => covers(ignore, one, contract));
    for (const ignore of covering) used.add(ignore);
    return covering.length === 0;
  });
  return { contract, found, ignored: all.length - found.length, used };
}

/** What `generate` tells, at the level that settings give it. */
export function levelled<T extends Pick<Finding, "code" | "severity">>(warnings: readonly T[], { levels }: LintSettings): T[] {
  return warnings.flatMap((warning) => {
    const level = levels.get(warning.code) ?? warning.severity;
    return level === "off" ? [] : [{ ...warning, severity: level }];
  });
}
