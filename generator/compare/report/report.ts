import type { Review } from "../review.ts";

/** What a report needs to know beside the reviews. */
export interface ReportContext {
  /** What the contracts were compared with: a git ref, a folder or a file, as it was given. */
  readonly against: string;
  /** Whether risky changes count as findings. */
  readonly strict: boolean;
}

/** Prints reviews; pure. */
export type Report = (reviews: readonly Review[], context: ReportContext) => string;
