import type { Judgement, Level } from "../../change.ts";
import type { Differ } from "../../fields/difference.ts";
import type { RuleText } from "../rule.ts";

/** A rule of what can change inside the frames of a message that both contracts have. Whom it breaks is asked of the schemas. */
export interface FieldRule extends RuleText {
  /** What changed, in a few words; the place follows. */
  readonly label: string;
  readonly level?: Level;
  /** What becomes of source code that is built on the package; nothing is said where its types stay as they are. */
  readonly code?: Judgement;
  /** Whether it is told where no frame is refused that was read before: most such changes are the same in other words. */
  readonly isAlways?: true;
  /** Why it is no less than risky, also where no frame is refused. */
  readonly risk?: string;
  readonly differ: Differ;
}
