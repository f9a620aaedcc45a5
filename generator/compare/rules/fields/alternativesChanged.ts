import { findAlternatives } from "../../fields/kinds/branches.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Unions that say something else. */
export const alternativesChanged: FieldRule = {
  title: "The alternatives of a value changed",
  explanation:
    "Several unions judge the same value, or one came to a schema that says more than that, so that branches cannot be told one by one. They were compared as a whole.",
  opposite: "alternatives-changed",
  label: "alternatives changed",
  code: "risky",
  differ: findAlternatives,
};
