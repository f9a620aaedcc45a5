import { conditionsChanged } from "../../fields/kinds/conditions.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A condition that says something else. */
export const conditionChanged: FieldRule = {
  title: "A condition on a value changed",
  explanation:
    "`not`, `if`, `contains` or `propertyNames` says something else than it did. Such schemas are compared as a whole.",
  opposite: "condition-changed",
  label: "condition changed",
  differ: conditionsChanged,
};
