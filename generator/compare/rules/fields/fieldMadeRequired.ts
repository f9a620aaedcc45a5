import { membersMade } from "../../fields/kinds/members.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A property that must be there from now on. */
export const fieldMadeRequired: FieldRule = {
  title: "An optional field was made required",
  explanation: `Whoever leaves the field out, as was allowed, is refused. ${WHERE_NARROWER}`,
  opposite: "field-made-optional",
  label: "field made required",
  code: "breaking",
  differ: membersMade("required"),
};
