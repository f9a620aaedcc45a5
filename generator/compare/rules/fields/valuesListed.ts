import { findListed } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A list of values where any were allowed. */
export const valuesListed: FieldRule = {
  title: "A value must be one of a list from now on",
  explanation: `Whoever sends anything else, as was allowed, is refused. ${WHERE_NARROWER}`,
  opposite: "values-freed",
  label: "value must be one of a list",
  code: "breaking",
  differ: findListed,
};
