import { typeDifferences } from "../../fields/kinds/types.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A value of fewer types than before. */
export const typeNarrowed: FieldRule = {
  title: "A value may be of fewer types than before",
  explanation: `Whoever still sends a type that is gone is refused. ${WHERE_NARROWER}`,
  opposite: "type-widened",
  label: "type narrowed",
  code: "breaking",
  differ: typeDifferences("narrowed"),
};
