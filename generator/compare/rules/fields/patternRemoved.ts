import { opposite } from "../../fields/difference.ts";
import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** No pattern where one was. */
export const patternRemoved: FieldRule = {
  title: "A value need not keep a pattern any more",
  explanation: `Readers that still ask for it refuse what does not keep it. ${WHERE_WIDER}`,
  opposite: "pattern-added",
  label: "pattern removed",
  differ: opposite(wordAdded("pattern", "string")),
};
