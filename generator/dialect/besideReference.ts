import { foreignKeywords, keywords } from "../model/keywords.ts";
import type { Wording } from "./wording.ts";

/** What stands beside a `$ref` holds too in 2020-12; in draft-07 it would be ignored, unless the reference is one demand among others. */
export function rewordReference(wording: Wording): void {
  const reference = wording.get("$ref");
  if (typeof reference !== "string" || !wording.canDemand) return;
  if (!Object.keys(wording.schema).some(isRule)) return;
  wording.drop("$ref");
  wording.origins.set(`/allOf/${wording.demand([{ $ref: reference }])}`, "");
}

/** Words for people are left to what is referred to; that the one use of it is deprecated is not for people alone. */
function isRule(name: string): boolean {
  if (name === "deprecated") return true;
  return name !== "$ref" && keywords.get(name)?.annotation !== true && (keywords.has(name) || foreignKeywords.has(name));
}
