import { wordChanged } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Another format. */
export const formatChanged: FieldRule = {
  title: "A value must keep another format",
  explanation:
    "What keeps the one need not keep the other. The schemas were compared as sets of values, and the frame that is shown was tried.",
  opposite: "format-changed",
  label: "format changed",
  differ: wordChanged("format", "string", "number", "integer"),
};
