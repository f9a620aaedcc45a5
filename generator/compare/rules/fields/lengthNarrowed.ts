import { lengthsNarrowed } from "../../fields/kinds/limits.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** Less room for a length. */
export const lengthNarrowed: FieldRule = {
  title: "A length, or a number of items or fields, has less room",
  explanation: `What is too short or too long from now on is refused. ${WHERE_NARROWER}`,
  opposite: "length-widened",
  label: "length narrowed",
  differ: lengthsNarrowed,
};
