import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A format where none was. */
export const formatAdded: FieldRule = {
  title: "A value must keep a format",
  explanation: `What does not keep it is refused from now on. ${WHERE_NARROWER}`,
  opposite: "format-removed",
  label: "format added",
  differ: wordAdded("format", "string", "number", "integer"),
};
