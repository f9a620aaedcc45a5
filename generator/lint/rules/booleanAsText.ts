import { getStrings } from "../../json.ts";
import { listed } from "../listed.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const YES_AND_NO: readonly (readonly string[])[] = [
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
  ["on", "off"],
  ["1", "0"],
];

/** Yes and no are a boolean. */
export const booleanAsText: LintRule = {
  level: "warning",
  title: "A boolean that is carried as text",
  explanation:
    'JSON and MessagePack have true and false. The text `"false"` is true to JavaScript and to Python, and every end has to compare it with the right spelling. Write `type: boolean`; where a peer in use sends the text, ignore the rule there.',
  *check({ places }) {
    for (const place of places) {
      const values = getStrings(place.schema, "enum");
      const isBoolean =
        values.length === 2 &&
        YES_AND_NO.some((pair) => pair.every((word) => values.some((value) => value.toLowerCase() === word)));
      if (!isBoolean) continue;
      yield {
        pointer: place.pointer,
        text: `${shownPlace(place)} is ${listed(values)}, which is a boolean in words; make it one`,
      };
    }
  },
};
