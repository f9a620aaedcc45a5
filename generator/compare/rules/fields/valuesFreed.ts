import { opposite } from "../../fields/difference.ts";
import { findListed } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** Any values where a list was. */
export const valuesFreed: FieldRule = {
  title: "A value need not be one of a list any more",
  explanation: `Readers that still have the list refuse what is not on it. ${WHERE_WIDER}`,
  opposite: "values-listed",
  label: "value need not be one of a list any more",
  code: "breaking",
  differ: opposite(findListed),
};
