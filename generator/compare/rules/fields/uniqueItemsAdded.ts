import { wordAdded } from "../../fields/kinds/words.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** Items that must differ. */
export const uniqueItemsAdded: FieldRule = {
  title: "The items of a list must differ",
  explanation: `A list with the same item twice is refused from now on. ${WHERE_NARROWER}`,
  opposite: "unique-items-removed",
  label: "items must differ",
  differ: wordAdded("uniqueItems", "array"),
};
