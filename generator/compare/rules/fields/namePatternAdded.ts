import { patternsAdded } from "../../fields/kinds/maps.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A pattern of names that has a schema of its own. */
export const namePatternAdded: FieldRule = {
  title: "Fields whose names match a pattern got a schema",
  explanation: `From now on what stands under such a name has to be as the schema says. ${WHERE_NARROWER}`,
  opposite: "name-pattern-removed",
  label: "schema for names of a pattern added",
  code: "risky",
  differ: patternsAdded,
};
