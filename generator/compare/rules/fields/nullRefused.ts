import { any, opposite } from "../../fields/difference.ts";
import { nullBranchAdded } from "../../fields/kinds/branches.ts";
import { findNull } from "../../fields/kinds/types.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A value that may not be null any more. */
export const nullRefused: FieldRule = {
  title: "A value may not be null any more",
  explanation: `Whoever still sends null is refused. ${WHERE_NARROWER}`,
  opposite: "null-allowed",
  label: "null refused",
  code: "breaking",
  differ: opposite(any(findNull, nullBranchAdded)),
};
