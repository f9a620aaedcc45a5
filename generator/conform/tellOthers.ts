import type { Refusal } from "../session/verdict.ts";

/** What else a frame breaks, behind what is said of the first: `; and RULE: text`. */
export function tellOthers({ violations }: Pick<Refusal, "violations">): string {
  return violations
    .slice(1)
    .map(({ rule, text }) => `; and ${rule}: ${text}`)
    .join("");
}
