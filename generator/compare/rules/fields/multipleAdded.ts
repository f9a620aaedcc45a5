import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A step where none was. */
export const multipleAdded: FieldRule = {
  title: "A number must be a multiple of something",
  explanation: `What does not keep it is refused from now on. ${WHERE_NARROWER}`,
  opposite: "multiple-removed",
  label: "step added",
  differ: wordAdded("multipleOf", "number", "integer"),
};
