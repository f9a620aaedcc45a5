import { branchesAdded } from "../../fields/kinds/branches.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** A branch of a union that came. */
export const branchAdded: FieldRule = {
  title: "A union got another branch",
  explanation: `Readers refuse values of a branch that they do not have. ${WHERE_WIDER}`,
  opposite: "branch-removed",
  label: "branch added",
  code: "risky",
  isAlways: true,
  differ: branchesAdded,
};
