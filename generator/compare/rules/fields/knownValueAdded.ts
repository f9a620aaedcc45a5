import { knownValuesAdded } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A known value more in an open set. */
export const knownValueAdded: FieldRule = {
  title: "An open set of values got a known one more",
  explanation: "The set was open before: readers expect any string, and frames stay as they are. The types name the value.",
  opposite: "known-value-removed",
  label: "known value added",
  level: "types",
  code: "safe",
  isAlways: true,
  differ: knownValuesAdded,
};
