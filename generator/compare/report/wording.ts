import { quote } from "../../diagnostics.ts";
import type { Judgement } from "../change.ts";
import { worst, worstOf } from "../judgement.ts";
import type { Review } from "../review.ts";
import { isSemantic } from "../version.ts";
import type { ReportContext } from "./report.ts";
import { counted, countText, isBehind } from "./tally.ts";

/** What is wrong with the version; undefined where nothing is. */
export function versionText({ version }: Review, { versions }: ReportContext): string | undefined {
  if (version === null || version.enough || versions === "off") return undefined;
  const { asked, least, before, after } = version;
  if (asked === "none" || asked === "patch") return `${after} comes before ${before}, which is compared with`;
  const step = least === null ? `a ${asked} step` : `${least}, a ${asked} step`;
  if (isSemantic(before) && !isSemantic(after))
    return `these changes ask for ${step} from ${before}, and ${quote(after)} is no semantic version, such as 1.2.3`;
  return before === after
    ? `these changes ask for ${step}, and it is still ${after}`
    : `these changes ask for ${step} from ${before}, and it is ${after}`;
}

/** Whether there is anything to say of a protocol. */
export function isChanged({ before, after, changes }: Review): boolean {
  return before === null || after === null || changes.length > 0;
}

/** What came of it all, in a few words: "1 breaking, 2 safe; 1 new protocol". */
export function headline(reviews: readonly Review[], context: ReportContext): string {
  const behind = reviews.filter((review) => isBehind(review, context));
  const changes = reviews.flatMap((review) => review.changes);
  const [added, gone] = [reviews.filter(({ before }) => before === null), reviews.filter(({ after }) => after === null)];
  const parts = [
    ...(changes.length === 0 ? [] : [countText(changes)]),
    ...(added.length === 0 ? [] : [counted(added.length, "new protocol")]),
    ...(gone.length === 0 ? [] : [`${counted(gone.length, "protocol")} gone`]),
    ...(behind.length === 0 ? [] : [`${counted(behind.length, "version")} too low`]),
  ];
  return parts.length === 0 ? "no change" : parts.join("; ");
}

/** The verdict on all changes, and on versions where those fail the run, as sentences. */
export function verdictText(reviews: readonly Review[], context: ReportContext): string {
  const isLow = reviews.some((review) => isBehind(review, context));
  return `${changesText(reviews)}${isLow ? " The version moves less than it must." : ""}`;
}

function changesText(reviews: readonly Review[]): string {
  const changes = reviews.flatMap((review) => review.changes);
  const meetings = worst(changes.map((change) => worstOf(change.meetings)));
  const isAgreed = changes.every(({ judgement, approved }) => judgement !== "breaking" || approved !== undefined);
  if (meetings === "breaking")
    return isAgreed
      ? "Clients in the field break once a server has this, as was approved."
      : "Clients in the field break once a server has this.";
  const all = worst(changes.map(({ judgement }) => judgement));
  return VERDICTS[all];
}

const VERDICTS: Readonly<Record<Judgement, string>> = {
  breaking: "No frame breaks; source code that is built on the packages has to change.",
  unknown: "Somebody has to look: what is unknown was neither proved to be safe nor shown to break.",
  risky: "Nothing breaks if every server has this before the first client has.",
  safe: "Nothing breaks.",
};
