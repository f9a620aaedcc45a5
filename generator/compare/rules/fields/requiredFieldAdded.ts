import { membersAdded } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A property that must be there. */
export const requiredFieldAdded: FieldRule = {
  title: "A required field was added",
  explanation:
    "Whoever does not know the field yet does not send it, and is refused. Add it as optional, and require it once everybody sends it.",
  opposite: "required-field-removed",
  label: "required field added",
  code: "breaking",
  isAlways: true,
  differ: membersAdded(true),
};
