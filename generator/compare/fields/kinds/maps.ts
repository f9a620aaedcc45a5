import { escapeStep } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import { getObject, type Json } from "../../../json.ts";
import type { Difference } from "../difference.ts";
import { knownMembers, othersIn } from "../members.ts";
import type { Place } from "../place.ts";
import { type PlacedSchema, together, type View, wholeOf } from "../view.ts";
import { mayBe } from "./types.ts";

/** Where properties without a schema of their own were let pass, and are refused from now on. */
export function* othersRefused(place: Place): Iterable<Difference> {
  if (!mayBe(place, "object") || othersIn(place.before).isNever || !othersIn(place.after).isNever) return;
  const demand = (view: View): Json => ({ ...knownMembers(view), additionalProperties: false });
  const about = { before: { additionalProperties: wholeOf(othersIn(place.before)) }, after: demand(place.after) };
  yield { demand: { before: true, after: demand(place.after) }, about };
}

/** The schemas of a view for names of one pattern. */
export function patternSchemas({ nodes }: View, pattern: string): PlacedSchema[] {
  return nodes.flatMap(({ schema, pointer }) => {
    const patterns = getObject(schema, "patternProperties");
    const place = `${pointer}/patternProperties/${escapeStep(pattern)}`;
    return Object.hasOwn(patterns, pattern) ? [{ schema: patterns[pattern] ?? true, pointer: place }] : [];
  });
}

/** The patterns of names that a view has. */
export function patternsIn({ nodes }: View): string[] {
  return [...new Set(nodes.flatMap(({ schema }) => Object.keys(getObject(schema, "patternProperties"))))];
}

/** Patterns of names that came. */
export function* patternsAdded(place: Place): Iterable<Difference> {
  if (!mayBe(place, "object")) return;
  const old = patternsIn(place.before);
  for (const pattern of patternsIn(place.after).filter((one) => !old.includes(one))) {
    const schema = together(patternSchemas(place.after, pattern).map(({ schema: held }) => held));
    yield {
      demand: { before: true, after: { patternProperties: Object.fromEntries([[pattern, schema]]) } },
      is: quote(pattern),
    };
  }
}
