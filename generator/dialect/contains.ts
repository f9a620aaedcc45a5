import type { Wording } from "./wording.ts";

/** How many items must match: draft-07 says "at least one" alone, and "any number" by saying nothing. */
export function rewordContains(wording: Wording): void {
  if (!wording.has("contains") || wording.has("maxContains")) return;
  const least = wording.get("minContains");
  if (least === 0) wording.drop("contains", "minContains");
  if (least === 1) wording.drop("minContains");
}
