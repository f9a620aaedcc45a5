import { getStrings, type Json } from "../../../json.ts";
import { JSON_TYPES, type JsonType } from "../../../model/keywords.ts";
import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";
import { held, type View } from "../view.ts";

/** How the types of a place changed. */
export type TypeChange = "widened" | "narrowed" | "changed";

/** The types that a view admits; all of them where it says nothing. Where numbers are, integers are too. */
export function typesIn(view: View): ReadonlySet<JsonType> {
  const listed = held(view, "type").map(typesOf);
  return new Set(JSON_TYPES.filter((type) => listed.every((types) => types.has(type))));
}

/** Whether values of some types may stand at a place, for either contract. */
export function mayBe({ before, after }: Place, ...types: readonly JsonType[]): boolean {
  return [before, after].every((view) => types.some((type) => typesIn(view).has(type)));
}

/** How types other than null changed. */
export function typeDifferences(wanted: TypeChange): (place: Place) => Iterable<Difference> {
  return function* ({ before, after }) {
    const [old, recent] = [withoutNull(before), withoutNull(after)];
    if (changeOf(old, recent) !== wanted) return;
    yield { demand: { before: demandOf(before), after: demandOf(after) }, was: shown(old), is: shown(recent) };
  };
}

/** The types that a view demands, as a schema. */
function demandOf(view: View): Json {
  const listed = held(view, "type");
  return listed.length === 0 ? true : { allOf: listed.map((type) => ({ type })) };
}

/** Where null came to be allowed, alone of its kind. */
export function* findNull({ before, after }: Place): Iterable<Difference> {
  const [old, recent] = [typesIn(before), typesIn(after)];
  if (old.has("null") || !recent.has("null") || recent.size === JSON_TYPES.length) return;
  yield { demand: { before: { not: { type: "null" } }, after: true } };
}

function changeOf(old: ReadonlySet<JsonType>, recent: ReadonlySet<JsonType>): TypeChange | undefined {
  const [isMore, isLess] = [[...recent].some((type) => !old.has(type)), [...old].some((type) => !recent.has(type))];
  if (isMore) return isLess ? "changed" : "widened";
  return isLess ? "narrowed" : undefined;
}

function typesOf(type: Json): ReadonlySet<JsonType> {
  const names = typeof type === "string" ? [type] : getStrings({ type }, "type");
  return new Set(JSON_TYPES.filter((one) => names.includes(one) || (one === "integer" && names.includes("number"))));
}

function withoutNull(view: View): ReadonlySet<JsonType> {
  const types = typesIn(view);
  const isAny = types.size === JSON_TYPES.length;
  return new Set([...types].filter((type) => isAny || type !== "null"));
}

function shown(types: ReadonlySet<JsonType>): string {
  if (types.size === JSON_TYPES.length) return "any";
  const named = [...types].filter((type) => type !== "integer" || !types.has("number"));
  return named.length === 0 ? "nothing" : named.join(" or ");
}
