import { membersRenamed } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A property that is called otherwise. */
export const fieldRenamed: FieldRule = {
  title: "A field was renamed",
  explanation:
    "A field of the old contract and one of the new are alike in all but their names, so the one is taken to be the other. To frames it is a field that is gone and one that is new; send both under way, where that matters.",
  opposite: "field-renamed",
  label: "field renamed",
  code: "breaking",
  isAlways: true,
  risk: "each side passes over the name that the other sends",
  differ: membersRenamed,
};
