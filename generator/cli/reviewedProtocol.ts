import type { Review } from "../compare/review.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Source } from "../load/source.ts";
import type { Head } from "./reviewHead.ts";

/** A review, and the sources of what it compares: where a change is written. */
export interface ReviewedProtocol {
  readonly review: Review;
  readonly before?: Source;
  readonly after?: Source;
  /** What is to be known of the new side. */
  readonly note?: Diagnostic;
  /** What the new side was read from. */
  readonly head?: Head;
}
