import { type Change, JUDGEMENTS, type Judgement } from "../change.ts";
import { isFinding } from "../findings.ts";
import type { Review } from "../review.ts";
import type { ReportContext } from "./report.ts";

/** How many changes are judged how. */
export type Counts = Readonly<Record<Judgement, number>>;

/** Counts changes by what is said of them. */
export function countsOf(changes: readonly Change[]): Counts {
  const count = (judgement: Judgement) => changes.filter((change) => change.judgement === judgement).length;
  return { breaking: count("breaking"), unknown: count("unknown"), risky: count("risky"), safe: count("safe") };
}

/** Counts as a sentence has them, the gravest first: "1 breaking, 2 safe". */
export function countText(changes: readonly Change[]): string {
  const counts = countsOf(changes);
  const told = JUDGEMENTS.filter((judgement) => counts[judgement] > 0).map((judgement) => `${counts[judgement]} ${judgement}`);
  const approved = changes.filter((change) => change.approved !== undefined).length;
  const passed = approved === 0 ? "" : ` (${approved} approved)`;
  return told.length === 0 ? "no change" : `${told.join(", ")}${passed}`;
}

/** How grave a judgement is: 0 is the gravest. */
export function weight(judgement: Judgement): number {
  return JUDGEMENTS.indexOf(judgement);
}

/** A change and the protocol that it is of. */
export interface ProtocolChange {
  readonly protocol: string;
  readonly change: Change;
}

/** All changes of some reviews, the gravest first, otherwise in their order. */
export function changesByWeight(reviews: readonly Review[]): ProtocolChange[] {
  const all = reviews.flatMap(({ protocol, changes }) => changes.map((change) => ({ protocol, change })));
  return all.sort((one, other) => weight(one.change.judgement) - weight(other.change.judgement));
}

/** Whether a version fails the run: it moves less than it must, and the project minds. */
export function isBehind({ version }: Review, { versions }: ReportContext): boolean {
  return versions === "error" && version?.enough === false;
}

/** Whether nothing must be seen to: no change, and no version where the project minds. */
export function isFine(reviews: readonly Review[], context: ReportContext): boolean {
  const { strict } = context;
  return (
    !reviews.some((review) => isBehind(review, context)) &&
    !reviews.some(({ changes }) => changes.some((change) => isFinding(change, strict)))
  );
}

/** "1 protocol", "2 protocols". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
