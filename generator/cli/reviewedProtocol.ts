import type { Review } from "../compare/review.ts";
import type { Source } from "../load/source.ts";
import type { Head } from "./reviewHead.ts";

/** A review, and the sources of what it compares: where a change is written. */
export interface ReviewedProtocol {
  readonly review: Review;
  readonly before?: Source;
  readonly after?: Source;
  /** What the new side was read from. */
  readonly head?: Head;
}
