import { findFewerItems } from "../../fields/kinds/tuples.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** No items behind those that are described. */
export const moreItemsRefused: FieldRule = {
  title: "A list may have no more items than are described",
  explanation: `A list with more items is refused from now on. ${WHERE_NARROWER}`,
  opposite: "more-items-allowed",
  label: "more items refused",
  code: "risky",
  differ: findFewerItems,
};
