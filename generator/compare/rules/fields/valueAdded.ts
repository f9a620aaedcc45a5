import { valuesAdded } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";

/** More values in a list of values. */
export const valueAdded: FieldRule = {
  title: "A list of values got more",
  explanation:
    "Readers refuse values that their list does not have. Where a list will grow, write it as an open enum: known values, or any string.",
  opposite: "value-removed",
  label: "value added",
  code: "risky",
  differ: valuesAdded,
};
