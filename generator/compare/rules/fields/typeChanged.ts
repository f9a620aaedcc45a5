import { typeDifferences } from "../../fields/kinds/types.ts";
import type { FieldRule } from "./fieldRule.ts";

/** A value of other types than before. */
export const typeChanged: FieldRule = {
  title: "A value is of another type",
  explanation: "Neither side understands the other. Add a field of the new type beside the old one.",
  opposite: "type-changed",
  label: "type changed",
  code: "breaking",
  differ: typeDifferences("changed"),
};
