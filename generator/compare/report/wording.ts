import type { Review } from "../review.ts";
import { counted, countText } from "./tally.ts";

/** What is wrong with the version; undefined where nothing is. */
export function versionText({ version }: Review): string | undefined {
  if (version === null || version.enough) return undefined;
  const { asked, before, after } = version;
  return `these changes ask for a ${asked} step, and ${before} → ${after} is none`;
}

/** Whether there is anything to say of a protocol. */
export function isChanged({ before, after, changes }: Review): boolean {
  return before === null || after === null || changes.length > 0;
}

/** What came of it all, in a few words: "1 breaking, 2 safe; 1 new protocol". */
export function headline(reviews: readonly Review[]): string {
  const changes = reviews.flatMap((review) => review.changes);
  const [added, gone] = [reviews.filter(({ before }) => before === null), reviews.filter(({ after }) => after === null)];
  const parts = [
    ...(changes.length === 0 ? [] : [countText(changes)]),
    ...(added.length === 0 ? [] : [counted(added.length, "new protocol")]),
    ...(gone.length === 0 ? [] : [`${counted(gone.length, "protocol")} gone`]),
  ];
  return parts.length === 0 ? "no change" : parts.join("; ");
}
