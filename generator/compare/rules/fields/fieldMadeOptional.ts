import { membersMade } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** A property that may be left out from now on. */
export const fieldMadeOptional: FieldRule = {
  title: "A required field was made optional",
  explanation: `Whoever still requires the field refuses frames that leave it out. ${WHERE_WIDER}`,
  opposite: "field-made-required",
  label: "field made optional",
  code: "breaking",
  differ: membersMade("optional"),
};
