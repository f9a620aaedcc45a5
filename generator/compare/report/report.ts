import type { Diagnostic } from "../../diagnostics.ts";
import type { VersionLevel } from "../living/settings.ts";
import type { Review } from "../review.ts";
import type { PlaceOf } from "./place.ts";

/** What a report needs to know beside the reviews. */
export interface ReportContext {
  /** What the contracts were compared with: a git ref, a folder or a file, as it was given. */
  readonly against: string;
  /** Whether risky changes count as findings. */
  readonly strict: boolean;
  /** What becomes of a version that moves less than its changes ask for; a warning where nothing is said. */
  readonly versions?: VersionLevel;
  /** Where changes stand in files, where that is known. */
  readonly place?: PlaceOf;
  /** What is to be known of the run beside the changes. */
  readonly notes?: readonly Diagnostic[];
  /** Version of the tool. */
  readonly version?: string;
}

/** What is told of a run that came to no report. */
export type FailureContext = Pick<ReportContext, "against" | "version">;

/** Prints what a run failed of; pure. */
export type Failure = (diagnostics: readonly Diagnostic[], context: FailureContext) => string;

/** Prints reviews; pure. */
export type Report = (reviews: readonly Review[], context: ReportContext) => string;
