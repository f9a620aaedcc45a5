import type { Json } from "../../json.ts";
import type { Side } from "../change.ts";
import type { Step } from "./place.ts";

/**
 * What one contract demands at one place of a frame, as a schema of the whole frame that says nothing else. Every frame that its reader
 * accepts keeps it, so a frame that breaks it is refused.
 */
export function demandAt(side: Side, path: readonly Step[], demand: Json): Json {
  const opaque = path.findIndex(({ kind }) => kind === "opaque");
  const step = path[opaque];
  const [way, inner] = step?.kind === "opaque" ? [path.slice(0, opaque), step.union[side]] : [path, demand];
  return way.reduceRight((schema: Json, next) => around(side, next, schema), inner);
}

function around(side: Side, step: Step, schema: Json): Json {
  switch (step.kind) {
    case "property":
      return { properties: Object.fromEntries([[step.name, schema]]) };
    case "pattern":
      return { patternProperties: Object.fromEntries([[step.pattern, schema]]) };
    case "others":
      return { ...step.known[side], additionalProperties: schema };
    case "items":
      return { items: schema };
    case "item":
      return { items: [...Array.from({ length: step.index }, () => true), schema] };
    case "rest":
      return { items: Array.from({ length: step.from }, () => true), additionalItems: schema };
    case "branch":
      return where(step.guard, schema);
    case "opaque":
      return schema;
  }
}

/** A schema for the values that keep a guard, and none for others. */
export function where(guard: Json, schema: Json): Json {
  return { anyOf: [{ not: guard }, schema] };
}
