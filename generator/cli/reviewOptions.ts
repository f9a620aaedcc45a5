import type { Level } from "../compare/change.ts";
import type { ReportFormat } from "../compare/report/reportFormats.ts";

/** Options of `wirepact review`. */
export interface ReviewOptions {
  /** A git ref, a folder or an AsyncAPI file. */
  readonly against: string;
  readonly format: ReportFormat;
  readonly level: Level;
  /** Whether risky changes are findings. */
  readonly strict?: boolean;
  /** An AsyncAPI document to look at instead of the project's packages. */
  readonly from?: string;
  /** Folder of the packages. */
  readonly out: string;
  /** Settings instead of those in `wirepact.yaml`. */
  readonly config?: string;
  /** Whether the new side is made from `schemas/`, whose modules are run for that. */
  readonly fresh?: boolean;
}
