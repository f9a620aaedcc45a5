import { opposite } from "../../fields/difference.ts";
import { findClosed } from "../../fields/kinds/never.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_WIDER } from "./wayOut.ts";

/** A place at which something may stand. */
export const placeOpened: FieldRule = {
  title: "Something may stand in a place where nothing could",
  explanation: `Readers of the other contract, where the schema of the place is \`false\`, refuse whatever comes there. ${WHERE_WIDER}`,
  opposite: "place-closed",
  label: "something may stand there now",
  code: "risky",
  differ: opposite(findClosed),
};
