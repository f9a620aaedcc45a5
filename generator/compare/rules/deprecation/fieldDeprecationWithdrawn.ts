import type { Rule } from "../rule.ts";
import { aboutDeprecatedFields } from "./aboutDeprecatedFields.ts";

/** A field that is no longer deprecated. */
export const fieldDeprecationWithdrawn: Rule = {
  title: "A field is no longer deprecated",
  explanation: "It stays. Who stopped to use it because of the notice did so for nothing, and breaks nothing.",
  opposite: "field-deprecation-added",
  find: (pair) => aboutDeprecatedFields(pair, "before", "field no longer deprecated"),
};
