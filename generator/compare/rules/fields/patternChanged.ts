import { wordChanged } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Another pattern. */
export const patternChanged: FieldRule = {
  title: "A value must keep another pattern",
  explanation:
    "What keeps the one need not keep the other. The schemas were compared as sets of values, and the frame that is shown was tried.",
  opposite: "pattern-changed",
  label: "pattern changed",
  differ: wordChanged("pattern", "string"),
};
