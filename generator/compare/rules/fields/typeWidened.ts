import { typeDifferences } from "../../fields/kinds/types.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** A value of more types than before. */
export const typeWidened: FieldRule = {
  title: "A value may be of more types than before",
  explanation: `Readers refuse values of types that they do not expect, and code that reads the value has to tell them apart. ${WHERE_WIDER}`,
  opposite: "type-narrowed",
  label: "type widened",
  code: "breaking",
  differ: typeDifferences("widened"),
};
