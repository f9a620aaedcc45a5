import type { Change } from "../change.ts";
import type { Review } from "../review.ts";
import { evidenceLines } from "./evidence.ts";
import { type PlaceOf, placeText } from "./place.ts";
import { plain, plainName } from "./plain.ts";
import type { ReportContext } from "./report.ts";
import { counted, countText, weight } from "./tally.ts";
import { headline, versionText } from "./wording.ts";

/** A report for a terminal: by protocol, then by message, the gravest first. */
export function textReport(reviews: readonly Review[], context: ReportContext): string {
  const parts = reviews.map((review) => printReview(review, context));
  const isQuiet = (index: number) => [index, index + 1].every((at) => reviews[at]?.changes.length === 0);
  const separated = parts.map((part, index) => `${part}${isQuiet(index) ? "\n" : "\n\n"}`);
  return `${separated.join("")}${summaryText(reviews, context)}`;
}

/** What was compared, and what came of it, in one line. */
export function summaryText(reviews: readonly Review[], context: ReportContext): string {
  return plain(`${counted(reviews.length, "protocol")} compared with ${context.against}: ${headline(reviews, context)}`);
}

/** What became of a protocol, in one line. */
export function headText({ protocol, before, after, changes }: Review): string {
  if (before === null) return plain(`${protocol} ${after?.version ?? ""}: new`);
  if (after === null) return plain(`${protocol} ${before.version}: gone`);
  const versions = before.version === after.version ? before.version : `${before.version} → ${after.version}`;
  return plain(`${protocol} ${versions}: ${countText(changes)}`);
}

function printReview(review: Review, context: ReportContext): string {
  const groups = [...groupByMessage(review.changes)];
  const sorted = groups.sort(([, one], [, other]) => rank(one) - rank(other));
  const version = versionText(review, context);
  const head =
    version === undefined
      ? headText(review)
      : `${headText(review)}\n${plain(`  version: ${context.versions === "error" ? "error: " : ""}${version}`)}`;
  return [head, ...sorted.map(([name, changes]) => printGroup(name, changes, review.protocol, context.place))].join("\n\n");
}

function groupByMessage(changes: readonly Change[]): ReadonlyMap<string | null, readonly Change[]> {
  const groups = new Map<string | null, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.message);
    if (group === undefined) groups.set(change.message, [change]);
    else group.push(change);
  }
  return groups;
}

function printGroup(name: string | null, changes: readonly Change[], protocol: string, place: PlaceOf | undefined): string {
  const sorted = [...changes].sort((one, other) => weight(one.judgement) - weight(other.judgement));
  const printed = sorted.map((change) => printChange(change, place === undefined ? undefined : place(protocol, change)));
  return [`  ${name === null ? "connection" : plainName(name)}`, ...printed].join("\n");
}

function printChange(change: Change, place: ReturnType<PlaceOf>): string {
  const { rule, judgement, text, alsoIn = [], fingerprint } = change;
  const more = [
    ...(place === undefined ? [] : [place.stood === undefined ? `at ${placeText(place)}` : `was at ${placeText(place.stood)}`]),
    ...(alsoIn.length === 0 ? [] : [`also in ${listed(alsoIn)}`]),
    ...evidenceLines(change, 300),
  ];
  const head = `    ${judgement.padEnd(9)} ${text} (${rule} ${fingerprint})`;
  return [head, ...more.map((line) => `              ${line}`)].map(plain).join("\n");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(plainName).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function rank(changes: readonly Change[]): number {
  return changes.reduce((gravest, { judgement }) => Math.min(gravest, weight(judgement)), Number.POSITIVE_INFINITY);
}
