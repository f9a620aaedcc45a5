import { opposite } from "../../fields/difference.ts";
import { membersAdded } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A property that had to be there. */
export const requiredFieldRemoved: FieldRule = {
  title: "A required field was removed",
  explanation:
    "Whoever still requires the field refuses frames without it. Make it optional first, and remove it once nobody requires it.",
  opposite: "required-field-added",
  label: "required field removed",
  code: "breaking",
  isAlways: true,
  differ: opposite(membersAdded(true)),
};
