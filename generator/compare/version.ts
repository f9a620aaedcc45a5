import { type Change, JUDGEMENTS } from "./change.ts";

/** How far a version must move. */
export type VersionStep = "major" | "minor" | "patch" | "none";

/** The version that changes ask for, and what became of it. */
export interface VersionAdvice {
  /** By the rules of semantic versions. */
  readonly asked: VersionStep;
  readonly before: string;
  readonly after: string;
  /** Whether the step from the one to the other is as wide as that. */
  readonly enough: boolean;
}

/** What changes ask of the version; `isEqual` where the documents say the very same. */
export function adviseVersion(changes: readonly Change[], isEqual: boolean, before: string, after: string): VersionAdvice {
  const asked = stepOf(changes, isEqual);
  return { asked, before, after, enough: isEnough(asked, before, after) };
}

function stepOf(changes: readonly Change[], isEqual: boolean): VersionStep {
  const worst = JUDGEMENTS.find((judgement) => changes.some((change) => change.judgement === judgement));
  if (worst === undefined) return isEqual ? "none" : "patch";
  return worst === "breaking" || worst === "unknown" ? "major" : "minor";
}

/** Before 1.0.0 a minor step may break, and a patch may add: https://semver.org/#spec-item-4 */
function isEnough(asked: VersionStep, before: string, after: string): boolean {
  const [from, to] = [numbersOf(before), numbersOf(after)];
  // A patch for words alone is good manners, and nobody is held to it.
  if (asked === "none" || asked === "patch") return true;
  if (from === undefined || to === undefined) return before !== after;
  const moved = from.findIndex((part, index) => part !== to[index]);
  if (moved === -1 || (to[moved] ?? 0) < (from[moved] ?? 0)) return false;
  const needed = asked === "major" ? 0 : 1;
  return moved <= (from[0] === 0 ? needed + 1 : needed);
}

function numbersOf(version: string): readonly number[] | undefined {
  const parts = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})/.exec(version)?.slice(1);
  return parts?.map(Number);
}
