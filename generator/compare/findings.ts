import type { Change } from "./change.ts";

/** Whether a change must not pass unseen: what breaks, and what may break for all that is known. Who is strict wants no risk either. */
export function isFinding({ judgement }: Change, strict: boolean): boolean {
  return judgement === "breaking" || judgement === "unknown" || (strict && judgement === "risky");
}
