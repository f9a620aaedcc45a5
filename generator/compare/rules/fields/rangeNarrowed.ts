import { rangesNarrowed } from "../../fields/kinds/limits.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** Less room for a number. */
export const rangeNarrowed: FieldRule = {
  title: "A number has less room",
  explanation: `What is too small or too large from now on is refused. ${WHERE_NARROWER}`,
  opposite: "range-widened",
  label: "range narrowed",
  differ: rangesNarrowed,
};
