import { similar } from "@wirepact/runtime";
import { type Approval, type Approved, applyApprovals } from "../compare/living/approvals.ts";
import { type ReviewSettings, readReviewSettings } from "../compare/living/settings.ts";
import type { Review } from "../compare/review.ts";
import { type Diagnostic, quote } from "../diagnostics.ts";
import { type ProjectFile, readProjectFile, readSection } from "../load/projectFile.ts";
import { listText } from "./project.ts";

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
    const names = new Set(reviews.map(({ protocol }) => protocol));
    return { reviews: approved, notes: this.#notes(gone, names) };
  }

  #notes({ expired, stale }: Omit<Approved, "reviews">, names: ReadonlySet<string>): Diagnostic[] {
    const note = (code: Diagnostic["code"], approval: Approval, text: string) => this.#note(code, approval, text);
    return [
      ...expired.map((one) =>
        note(
          "expired-approval",
          one,
          `the approval of ${one.fingerprint} by ${one.by} ended on ${one.until}; mend what it let pass, or approve it anew`,
        ),
      ),
      ...stale.map((one) => note("stale-approval", one, staleText(one, names))),
    ];
  }

  #note(code: Diagnostic["code"], { pointer }: Approval, text: string): Diagnostic {
    const position = this.#file?.locate(pointer) ?? { file: "wirepact.yaml", line: 1, column: 1 };
    return { code, severity: "warning", text, position };
  }
}

/** A change that became another one has another fingerprint: which one it was, nobody can tell. */
function staleText({ fingerprint, protocol }: Approval, names: ReadonlySet<string>): string {
  if (protocol === undefined || names.has(protocol))
    return `no change has the fingerprint ${fingerprint} any more: it is gone, or became another one, to be looked at again; remove the entry`;
  const meant = similar(protocol, [...names]);
  return `no protocol is named ${quote(protocol)}; ${meant === undefined ? listText([...names]) : `did you mean ${meant}?`}`;
}
