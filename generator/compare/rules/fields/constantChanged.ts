import { findOtherConstant } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";

/** One constant for another. */
export const constantChanged: FieldRule = {
  title: "A constant is another one",
  explanation: "A value that must be one thing must be another from now on; each side refuses what the other sends.",
  opposite: "constant-changed",
  label: "constant changed",
  code: "breaking",
  differ: findOtherConstant,
};
