import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A pattern where none was. */
export const patternAdded: FieldRule = {
  title: "A value must keep a pattern",
  explanation: `What does not keep it is refused from now on. ${WHERE_NARROWER}`,
  opposite: "pattern-removed",
  label: "pattern added",
  differ: wordAdded("pattern", "string"),
};
