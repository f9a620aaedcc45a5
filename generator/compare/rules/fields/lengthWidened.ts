import { opposite } from "../../fields/difference.ts";
import { lengthsNarrowed } from "../../fields/kinds/limits.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** More room for a length. */
export const lengthWidened: FieldRule = {
  title: "A length, or a number of items or fields, has more room",
  explanation: `Readers that still have the old limit refuse what is beyond it. ${WHERE_WIDER}`,
  opposite: "length-narrowed",
  label: "length widened",
  differ: opposite(lengthsNarrowed),
};
