import { opposite } from "../../fields/difference.ts";
import { rangesNarrowed } from "../../fields/kinds/limits.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** More room for a number. */
export const rangeWidened: FieldRule = {
  title: "A number has more room",
  explanation: `Readers that still have the old bound refuse what is beyond it. ${WHERE_WIDER}`,
  opposite: "range-narrowed",
  label: "range widened",
  differ: opposite(rangesNarrowed),
};
