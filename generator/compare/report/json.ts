import { isFinding } from "../findings.ts";
import type { Review } from "../review.ts";
import type { ReportContext } from "./report.ts";

/** A report for programs: one JSON object. */
export function jsonReport(reviews: readonly Review[], { against, strict }: ReportContext): string {
  const ok = !reviews.some(({ changes }) => changes.some((change) => isFinding(change, strict)));
  return JSON.stringify({ ok, against, protocols: reviews });
}
