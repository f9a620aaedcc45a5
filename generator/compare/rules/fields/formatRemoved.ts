import { opposite } from "../../fields/difference.ts";
import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** No format where one was. */
export const formatRemoved: FieldRule = {
  title: "A value need not keep a format any more",
  explanation: `Readers that still ask for it refuse what does not keep it. ${WHERE_WIDER}`,
  opposite: "format-added",
  label: "format removed",
  differ: opposite(wordAdded("format", "string", "number", "integer")),
};
