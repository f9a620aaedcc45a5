import { opposite } from "../../fields/difference.ts";
import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** No step where one was. */
export const multipleRemoved: FieldRule = {
  title: "A number need not be a multiple of something any more",
  explanation: `Readers that still ask for it refuse what does not keep it. ${WHERE_WIDER}`,
  opposite: "multiple-added",
  label: "step removed",
  differ: opposite(wordAdded("multipleOf", "number", "integer")),
};
