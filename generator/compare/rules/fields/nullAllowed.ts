import { any } from "../../fields/difference.ts";
import { nullBranchAdded } from "../../fields/kinds/branches.ts";
import { findNull } from "../../fields/kinds/types.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A value that may be null from now on. */
export const nullAllowed: FieldRule = {
  title: "A value may be null",
  explanation:
    "Readers that do not expect null refuse it. A field that may be left out is often the better way to say that there is nothing.",
  opposite: "null-refused",
  label: "null allowed",
  code: "breaking",
  differ: any(findNull, nullBranchAdded),
};
