import { wordChanged } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Another step. */
export const multipleChanged: FieldRule = {
  title: "A number must be a multiple of something else",
  explanation:
    "What keeps the one need not keep the other. The schemas were compared as sets of values, and the frame that is shown was tried.",
  opposite: "multiple-changed",
  label: "step changed",
  differ: wordChanged("multipleOf", "number", "integer"),
};
