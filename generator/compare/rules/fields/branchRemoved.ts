import { opposite } from "../../fields/difference.ts";
import { branchesAdded } from "../../fields/kinds/branches.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A branch of a union that went. */
export const branchRemoved: FieldRule = {
  title: "A union lost a branch",
  explanation: `Whoever still sends values of the branch is refused. ${WHERE_NARROWER}`,
  opposite: "branch-added",
  label: "branch removed",
  code: "breaking",
  isAlways: true,
  differ: opposite(branchesAdded),
};
