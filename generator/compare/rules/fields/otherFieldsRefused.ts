import { othersRefused } from "../../fields/kinds/maps.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Properties that nobody lists are refused. */
export const otherFieldsRefused: FieldRule = {
  title: "Fields that are not listed are refused",
  explanation:
    "With `additionalProperties: false` a reader refuses what it does not know. Where it passed over such fields, nobody sends them and nothing breaks yet; but nothing can be added later without breaking it: leave it out, unless extra fields do harm.",
  opposite: "other-fields-allowed",
  label: "fields that are not listed are refused",
  isAlways: true,
  differ: othersRefused,
};
