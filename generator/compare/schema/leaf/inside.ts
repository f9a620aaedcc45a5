import type { Json } from "../../../json.ts";
import type { Literal } from "../literal.ts";
import type { Outcome } from "../outcome.ts";

/** What the search knows around a value while it looks for what the value holds. */
export interface Inside {
  /** Finds something that keeps all literals, to stand at a step of the value. */
  readonly find: (literals: readonly Literal[], step: string | number) => Outcome;
  /** Finds a name of a property. */
  readonly findName: (literals: readonly Literal[]) => Outcome;
  readonly keeps: (literal: Literal, value: Json) => boolean;
  readonly matches: (pattern: string, text: string) => boolean;
  /** Counts work. */
  readonly spend: (steps?: number) => void;
}
