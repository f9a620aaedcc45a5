import type { Finding } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";

/** What `explain` tells of a rule, and the rule that finds the way back. */
export interface RuleText {
  readonly title: string;
  readonly explanation: string;
  /** The rule that finds this change when the contracts change places, which may be itself; or why there is none. */
  readonly opposite: string | { readonly none: string };
}

/** A rule of what can change between two contracts. */
export interface Rule extends RuleText {
  readonly find: (pair: ContractPair) => Iterable<Finding>;
}
