import { keywords } from "../../model/keywords.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** A field says what it holds. */
export const anyValue: LintRule = {
  level: "off",
  title: "A field that may hold anything",
  explanation:
    "A schema without any rule admits every value: types say `unknown`, and nothing is checked. Describe it, or what is known of it. Off unless asked for: some fields do carry anything.",
  *check({ places }) {
    for (const place of places) {
      if (place.property?.pointer !== place.pointer || Object.keys(place.schema).some(isRule)) continue;
      yield { pointer: place.pointer, text: `${shownPlace(place)} may hold anything; say what it holds` };
    }
  },
};

function isRule(name: string): boolean {
  return keywords.get(name)?.annotation !== true;
}
