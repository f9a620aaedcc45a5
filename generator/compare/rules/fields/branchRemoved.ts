import { opposite } from "../../fields/difference.ts";
import { branchesAdded } from "../../fields/kinds/branches.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A branch of a union that went. */
export const branchRemoved: FieldRule = {
  title: "A union lost a branch",
  explanation: "Whoever still sends values of the branch is refused.",
  opposite: "branch-added",
  label: "branch removed",
  code: "breaking",
  isAlways: true,
  differ: opposite(branchesAdded),
};
