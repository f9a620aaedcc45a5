import { opposite } from "../../fields/difference.ts";
import { knownValuesAdded } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A known value less in an open set. */
export const knownValueRemoved: FieldRule = {
  title: "An open set of values lost a known one",
  explanation: "The set is open: readers expect any string, and frames stay as they are. The types no longer name the value.",
  opposite: "known-value-added",
  label: "known value removed",
  level: "types",
  code: "safe",
  isAlways: true,
  differ: opposite(knownValuesAdded),
};
