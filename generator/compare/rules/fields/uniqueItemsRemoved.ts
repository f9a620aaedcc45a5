import { opposite } from "../../fields/difference.ts";
import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** Items that need not differ. */
export const uniqueItemsRemoved: FieldRule = {
  title: "The items of a list need not differ any more",
  explanation: `Readers that still ask for it refuse a list with the same item twice. ${WHERE_WIDER}`,
  opposite: "unique-items-added",
  label: "items need not differ any more",
  differ: opposite(wordAdded("uniqueItems", "array")),
};
