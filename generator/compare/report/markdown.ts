import { COMMAND, type Diagnostic } from "../../diagnostics.ts";
import type { Judgement } from "../change.ts";
import { isFinding } from "../findings.ts";
import type { Review } from "../review.ts";
import { approvalText } from "./approvalText.ts";
import { fitWithin, type Section } from "./fitWithin.ts";
import { findingItem, otherItem } from "./markdownChange.ts";
import { changedTable } from "./markdownTable.ts";
import { code, prose } from "./markdownText.ts";
import { placeText } from "./place.ts";
import type { FailureContext, ReportContext } from "./report.ts";
import { changesByWeight, counted, isBehind, type ProtocolChange } from "./tally.ts";
import { headline, isChanged, verdictText, versionText } from "./wording.ts";

/** The comment's first line, by which its next version finds it. */
export const MARKER = "<!-- wirepact-review -->";

/** Bytes that a comment may have. GitHub takes 65,536 characters; in UTF-8 there are never fewer bytes than those, however they are counted. */
const LARGEST = 65_000;

/** Findings that are shown unfolded: whoever must read more than these, reads on. */
const OPEN = 10;

/**
 * A report as one comment to a pull request: verdict and counts, what breaks and its proof, then the rest, folded. Where there is
 * no room for all, the least grave is told as a count.
 */
export function markdownReport(reviews: readonly Review[], context: ReportContext): string {
  const changed = reviews.filter(isChanged);
  const head = [MARKER, `## Wirepact review: ${headline(reviews, context)}`, compared(reviews, changed, context)];
  const changes = changesByWeight(reviews);
  return fitWithin({
    head: [
      ...head,
      ...reviews.filter((review) => isBehind(review, context)).map((review) => versionLine(review, context)),
      ...(context.notes ?? []).map((note) => `**Note** ${diagnosticText(note)}`),
      ...changedTable(changed, context),
    ],
    sections: sectionsOf(changes, changed.length > 1, context),
    left: (count) => `**And ${counted(count, "more change")}**, for which a comment has no room: run ${command(context)}.`,
    footer: changes.length === 0 ? [] : [footerText(changes, context)],
    largest: LARGEST,
  });
}

/** A run that came to no report, as the comment that the last report is replaced with. */
export function markdownFailure(diagnostics: readonly Diagnostic[], { against }: FailureContext): string {
  const head = [
    MARKER,
    "## Wirepact review: not possible",
    `**What stands here could not be compared with ${code(against)}**, so that nobody knows yet whom it breaks.`,
  ];
  return fitWithin({
    head,
    sections: [{ title: undefined, items: diagnostics.map((one) => () => `- ${diagnosticText(one)}`) }],
    left: (count) => `**And ${counted(count, "more mistake")}**, for which a comment has no room.`,
    footer: [],
    largest: LARGEST,
  });
}

function diagnosticText({ code: name, text, position }: Diagnostic): string {
  const at = position.file === COMMAND.file ? "" : ` at ${code(placeText(position))}`;
  return `${code(name)}${at}: ${prose(text)}`;
}

function versionLine(review: Review, context: ReportContext): string {
  return `**Version** of ${code(review.protocol, 80)}: ${prose(versionText(review, context) ?? "")}`;
}

function compared(reviews: readonly Review[], changed: readonly Review[], context: ReportContext): string {
  const which = changed.length === 0 ? "" : `, ${changed.length} changed`;
  const verdict = changed.length === 0 ? "" : `**${verdictText(changed, context)}** `;
  return `${verdict}${counted(reviews.length, "protocol")} compared with ${code(context.against)}${which}.`;
}

/** What whoever reads this can do next. */
function footerText(changes: readonly ProtocolChange[], { strict }: ReportContext): string {
  const found = changes.find(({ change }) => isFinding(change, strict));
  const way =
    found === undefined
      ? ""
      : ` To let a change pass, list it under \`review.approvals\` in \`wirepact.yaml\`: ${code(approvalText(found))}.`;
  return `<sub>\`npx wirepact explain RULE\` tells a rule at length, and what to do instead.${way}</sub>`;
}

function command({ against }: ReportContext): string {
  return code(`npx wirepact review --against ${against}`);
}

/** What must be seen to stands open; then all else, folded. */
function sectionsOf(changes: readonly ProtocolChange[], named: boolean, context: ReportContext): Section[] {
  const findings = changes.filter(({ change }) => isFinding(change, context.strict));
  const approved = changes.filter(({ change }) => change.approved !== undefined);
  const others = changes.filter(({ change }) => !isFinding(change, context.strict) && change.approved === undefined);
  const full = (all: readonly ProtocolChange[]) => all.map((one) => () => findingItem(one, named, context));
  const short = (judgement: Judgement) =>
    others.filter(({ change }) => change.judgement === judgement).map((one) => () => otherItem(one, named, context));
  const [risky, safe] = [short("risky"), short("safe")];
  return [
    { title: undefined, items: full(findings.slice(0, OPEN)) },
    { title: `${counted(Math.max(findings.length - OPEN, 0), "more finding")}`, items: full(findings.slice(OPEN)) },
    { title: counted(approved.length, "approved change"), items: full(approved) },
    { title: `${counted(risky.length, "risky change")}: safe only if rolled out in the right order`, items: risky },
    { title: counted(safe.length, "safe change"), items: safe },
  ];
}
