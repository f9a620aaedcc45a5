import { findClosed } from "../../fields/kinds/never.ts";
import type { FieldRule } from "./fieldRule.ts";
import { WHERE_NARROWER } from "./wayOut.ts";

/** A place at which nothing may stand. */
export const placeClosed: FieldRule = {
  title: "Nothing may stand in a place where something could",
  explanation: `The schema of the place is \`false\` from now on. ${WHERE_NARROWER}`,
  opposite: "place-opened",
  label: "nothing may stand there any more",
  code: "breaking",
  differ: findClosed,
};
