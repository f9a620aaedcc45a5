import { opposite } from "../../fields/difference.ts";
import { othersRefused } from "../../fields/kinds/maps.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Properties that nobody lists are let pass. */
export const otherFieldsAllowed: FieldRule = {
  title: "Fields that are not listed are let pass",
  explanation: "Readers that still refuse them refuse whatever the other side adds from now on.",
  opposite: "other-fields-refused",
  label: "fields that are not listed are let pass",
  isAlways: true,
  differ: opposite(othersRefused),
};
