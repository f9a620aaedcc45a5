import { type Approval, type Approved, applyApprovals } from "../compare/living/approvals.ts";
import { type ReviewSettings, readReviewSettings } from "../compare/living/settings.ts";
import type { Review } from "../compare/review.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { type ProjectFile, readProjectFile, readSection } from "../load/projectFile.ts";

/** The settings of reviews, and what they come to. */
export class SettingsOfReview {
  readonly #file: ProjectFile | undefined;
  readonly settings: ReviewSettings;
  /** The day of the review, in UTC. */
  readonly today = new Date().toISOString().slice(0, 10);

  /** Reads the settings of a project, or the file that is named instead. */
  constructor(root: string, named: string | undefined) {
    this.#file = readProjectFile(root, named);
    this.settings = readSection(this.#file, "review", readReviewSettings);
  }

  /** Lets approved changes pass, as of today, and tells which approvals no longer do anything. */
  apply(
    reviews: readonly Review[],
    isAll: boolean,
  ): { readonly reviews: readonly Review[]; readonly notes: readonly Diagnostic[] } {
    const { today } = this;
    const { reviews: approved, ...gone } = applyApprovals(reviews, this.settings.approvals, { today, isAll });
    return { reviews: approved, notes: this.#notes(gone) };
  }

  #notes({ expired, stale }: Omit<Approved, "reviews">): Diagnostic[] {
    const note = (code: Diagnostic["code"], approval: Approval, text: string) => this.#note(code, approval, text);
    return [
      ...expired.map((one) =>
        note(
          "expired-approval",
          one,
          `the approval of ${one.fingerprint} by ${one.by} ended on ${one.until}; mend what it let pass, or approve it anew`,
        ),
      ),
      ...stale.map((one) =>
        note("stale-approval", one, `no change has the fingerprint ${one.fingerprint} any more; remove the entry`),
      ),
    ];
  }

  #note(code: Diagnostic["code"], { pointer }: Approval, text: string): Diagnostic {
    const position = this.#file?.locate(pointer) ?? { file: "wirepact.yaml", line: 1, column: 1 };
    return { code, severity: "warning", text, position };
  }
}
