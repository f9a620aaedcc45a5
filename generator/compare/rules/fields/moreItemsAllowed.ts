import { opposite } from "../../fields/difference.ts";
import { findFewerItems } from "../../fields/kinds/tuples.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** Items behind those that are described. */
export const moreItemsAllowed: FieldRule = {
  title: "A list may have more items than are described",
  explanation: `Readers that still refuse more items refuse such lists. ${WHERE_WIDER}`,
  opposite: "more-items-refused",
  label: "more items allowed",
  code: "risky",
  differ: opposite(findFewerItems),
};
