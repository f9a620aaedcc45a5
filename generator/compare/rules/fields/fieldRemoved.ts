import { opposite } from "../../fields/difference.ts";
import { membersAdded } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A property that might be there. */
export const fieldRemoved: FieldRule = {
  title: "An optional field was removed",
  explanation:
    "Whoever still sends it is not refused: readers pass over what they do not know. Code that reads or gives the field no longer compiles, and what it said is lost.",
  opposite: "field-added",
  label: "optional field removed",
  code: "breaking",
  isAlways: true,
  differ: opposite(membersAdded(false)),
};
