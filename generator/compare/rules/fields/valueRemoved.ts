import { opposite } from "../../fields/difference.ts";
import { valuesAdded } from "../../fields/kinds/values.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** Fewer values in a list of values. */
export const valueRemoved: FieldRule = {
  title: "A list of values got fewer",
  explanation: `Whoever still sends a value that is gone is refused. ${WHERE_NARROWER}`,
  opposite: "value-added",
  label: "value removed",
  code: "breaking",
  differ: opposite(valuesAdded),
};
