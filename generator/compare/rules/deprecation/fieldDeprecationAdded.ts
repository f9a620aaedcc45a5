import type { Rule } from "../rule.ts";
import { aboutDeprecatedFields } from "./aboutDeprecatedFields.ts";

/** A field that is deprecated from now on. */
export const fieldDeprecationAdded: Rule = {
  title: "A field was deprecated",
  explanation:
    "It travels as it did, and editors strike its name through. This is the step before a removal: once readers had their time, make it optional, and then remove it.",
  opposite: "field-deprecation-withdrawn",
  find: (pair) => aboutDeprecatedFields(pair, "after", "field deprecated"),
};
