import { membersAdded } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A property that may be there. */
export const fieldAdded: FieldRule = {
  title: "An optional field was added",
  explanation:
    "Readers pass over what they do not know, so a new optional field is safe, unless the other contract refuses fields that it does not list, or says something else of a field of that name.",
  opposite: "field-removed",
  label: "optional field added",
  code: "safe",
  isAlways: true,
  differ: membersAdded(false),
};
