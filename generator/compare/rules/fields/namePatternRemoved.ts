import { opposite } from "../../fields/difference.ts";
import { patternsAdded } from "../../fields/kinds/maps.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** A pattern of names that has no schema any more. */
export const namePatternRemoved: FieldRule = {
  title: "Fields whose names match a pattern lost their schema",
  explanation: `Anything may stand under such a name from now on, which readers of the other contract may refuse. ${WHERE_WIDER}`,
  opposite: "name-pattern-added",
  label: "schema for names of a pattern removed",
  code: "risky",
  differ: opposite(patternsAdded),
};
