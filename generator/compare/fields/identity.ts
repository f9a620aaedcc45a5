import type { Json } from "../../json.ts";
import type { Prints } from "../match/prints.ts";
import { valueText } from "../schema/canonical.ts";
import type { Group, Occurrence } from "./groups.ts";
import type { Both, Step } from "./place.ts";

/**
 * What makes a difference of fields this one: every message that has it, where, and what both contracts say there. A further message
 * makes another one of it, since nobody has seen it there.
 */
export function identityOf({ occurrences }: Group, prints: Both<Prints>): readonly Json[] {
  const places = occurrences.map((occurrence) => valueText(placeOf(occurrence, prints)));
  return [...new Set(places)].sort();
}

function placeOf({ pair, place, difference }: Occurrence, prints: Both<Prints>): Json {
  const { steps = [], of = "", demand, about = demand } = difference;
  const path = [...place.path, ...steps].map((step) => stepOf(step, prints));
  return [pair.after.name, path, of, prints.before.of(about.before), prints.after.of(about.after)];
}

/** Branches by what they hold: names of schemas, numbers and orders are no part of it. */
function stepOf(step: Step, prints: Both<Prints>): Json {
  switch (step.kind) {
    case "property":
      return [step.kind, step.name];
    case "item":
      return [step.kind, step.index];
    case "pattern":
      return [step.kind, step.pattern];
    case "others":
    case "items":
      return [step.kind];
    case "rest":
      return [step.kind, step.from];
    case "branch":
      return [step.kind, prints.after.of(step.guard)];
    case "opaque":
      return [step.kind, prints.before.of(step.union.before), prints.after.of(step.union.after)];
  }
}
