import { type Change, JUDGEMENTS } from "./change.ts";

/** How far a version must move. */
export type VersionStep = "major" | "minor" | "patch" | "none";

/** The version that changes ask for, and what became of it. */
export interface VersionAdvice {
  /** By the rules of semantic versions. */
  readonly asked: VersionStep;
  /** The least version that is such a step; null where none is asked, or the base's is no semantic version. */
  readonly least: string | null;
  readonly before: string;
  readonly after: string;
  /** Whether the step from the one to the other is as wide as that. */
  readonly enough: boolean;
}

/** What changes ask of the version; `isEqual` where the documents say the very same. */
export function adviseVersion(changes: readonly Change[], isEqual: boolean, before: string, after: string): VersionAdvice {
  const asked = stepOf(changes, isEqual);
  const [from, to] = [read(before), read(after)];
  const least = from === undefined ? undefined : leastOf(from, asked);
  return { asked, least: least?.join(".") ?? null, before, after, enough: isEnough(asked, least, from, to, before !== after) };
}

function stepOf(changes: readonly Change[], isEqual: boolean): VersionStep {
  const worst = JUDGEMENTS.find((judgement) => changes.some((change) => change.judgement === judgement));
  if (changes.some(({ step }) => step === "major")) return "major";
  if (worst === undefined) return isEqual ? "none" : "patch";
  return worst === "breaking" || worst === "unknown" ? "major" : "minor";
}

type Numbers = readonly [major: number, minor: number, patch: number];

interface Version {
  readonly numbers: Numbers;
  /** Whether it comes before the version of its numbers: it promises nothing yet. */
  readonly isEarly: boolean;
}

/** Whether a text is a version such as `1.2.3`. */
export function isSemantic(version: string): boolean {
  return read(version) !== undefined;
}

function read(version: string): Version | undefined {
  const [, major, minor, patch, early] = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[\w.-]+)?(?:\+[\w.-]+)?$/.exec(version) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return { numbers: [Number(major), Number(minor), Number(patch)], isEarly: early !== undefined };
}

/** Before 1.0.0 a minor step may break, and a patch may add: https://semver.org/#spec-item-4 */
function leastOf({ numbers, isEarly }: Version, asked: VersionStep): Numbers | undefined {
  const [major, minor, patch] = numbers;
  if (asked === "none") return undefined;
  if (isEarly) return numbers;
  const step = major > 0 || asked === "patch" ? asked : asked === "major" ? "minor" : "patch";
  if (step === "major") return [major + 1, 0, 0];
  return step === "minor" ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function isEnough(
  asked: VersionStep,
  least: Numbers | undefined,
  from: Version | undefined,
  to: Version | undefined,
  isMoved: boolean,
): boolean {
  if (asked !== "none" && asked !== "patch" && from !== undefined && to === undefined) return false;
  // Nothing orders versions of other kinds: one that moved is taken for enough.
  if (from === undefined || to === undefined) return isMoved || asked === "none" || asked === "patch";
  if (order(to.numbers, from.numbers) < 0) return false;
  // A patch for words alone is good manners, and nobody is held to it.
  if (asked === "none" || asked === "patch" || least === undefined) return true;
  return order(to.numbers, least) >= 0 && (isMoved || !from.isEarly);
}

/** Below zero where the one comes before the other. */
function order(one: Numbers, other: Numbers): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
