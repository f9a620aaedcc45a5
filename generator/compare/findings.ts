import type { Change } from "./change.ts";

/** Whether a change must not pass unseen: what breaks, and what may break for all that is known, unless somebody let it pass. Who is strict wants no risk either. */
export function isFinding({ judgement, approved }: Change, strict: boolean): boolean {
  if (approved !== undefined) return false;
  return judgement === "breaking" || judgement === "unknown" || (strict && judgement === "risky");
}
