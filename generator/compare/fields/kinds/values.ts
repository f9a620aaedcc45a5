import { quote } from "../../../diagnostics.ts";
import { get, isList, type Json } from "../../../json.ts";
import { openEnumOf } from "../../../model/openEnum.ts";
import { valueText } from "../../schema/canonical.ts";
import type { Difference } from "../difference.ts";
import type { Both, Place } from "../place.ts";
import type { View } from "../view.ts";

/** Values that were added to a list of values that both contracts have, where it is not one constant for another. */
export function* valuesAdded({ before, after }: Place): Iterable<Difference> {
  const [old, recent] = [valuesIn(before), valuesIn(after)];
  if (old === undefined || recent === undefined || isOtherConstant(old, recent)) return;
  const added = beyond(recent, old);
  // Readers of the older list refuse these; which others are gone is told by itself.
  if (added.length > 0) yield { demand: { before: { not: { enum: added } }, after: true }, is: listed(added) };
}

/** One constant for another. */
export function* findOtherConstant({ before, after }: Place): Iterable<Difference> {
  const [old, recent] = [valuesIn(before), valuesIn(after)];
  if (old === undefined || recent === undefined || !isOtherConstant(old, recent)) return;
  yield { demand: demands(old, recent), was: listed(old), is: listed(recent) };
}

/** A list of values where anything was allowed. */
export function* findListed({ before, after }: Place): Iterable<Difference> {
  const [old, recent] = [valuesIn(before), valuesIn(after)];
  if (old === undefined && recent !== undefined) yield { demand: demands(old, recent), is: listed(recent) };
}

/** Values that came to be known, in sets that are open: any other may travel, too. */
export function* knownValuesAdded({ before, after }: Place): Iterable<Difference> {
  const [old, recent] = [knownIn(before), knownIn(after)];
  if (old === undefined || recent === undefined) return;
  const added = beyond(recent, old);
  if (added.length > 0)
    yield { demand: { before: true, after: true }, about: { before: true, after: { enum: added } }, is: listed(added) };
}

/** The values that a view lists; undefined where it lists none. */
export function valuesIn({ nodes }: View): readonly Json[] | undefined {
  const lists = nodes.flatMap(({ schema }) => [...listsOf(get(schema, "enum")), ...constOf(get(schema, "const"))]);
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => has(list, value)));
}

function knownIn({ nodes }: View): readonly Json[] | undefined {
  const known = nodes.flatMap(({ schema }) => openEnumOf(schema) ?? []);
  return known.length === 0 ? undefined : known;
}

function listsOf(held: Json | undefined): (readonly Json[])[] {
  return isList(held) ? [held] : [];
}

function constOf(held: Json | undefined): (readonly Json[])[] {
  return held === undefined ? [] : [[held]];
}

function isOtherConstant(old: readonly Json[], recent: readonly Json[]): boolean {
  return old.length === 1 && recent.length === 1 && beyond(old, recent).length === 1;
}

function beyond(more: readonly Json[], less: readonly Json[]): readonly Json[] {
  const known = new Set(less.map(valueText));
  return more.filter((value) => !known.has(valueText(value)));
}

function has(list: readonly Json[], value: Json): boolean {
  return beyond([value], list).length === 0;
}

function demands(old: readonly Json[] | undefined, recent: readonly Json[] | undefined): Both<Json> {
  return { before: demand(old), after: demand(recent) };
}

/** Lists of one value may have nothing in common. */
function demand(values: readonly Json[] | undefined): Json {
  return values === undefined || (values.length > 0 && { enum: values });
}

function listed(values: readonly Json[]): string {
  if (values.length === 0) return "no value";
  const shown = values.slice(0, MANY).map(quote).join(", ");
  return values.length > MANY ? `${shown} and ${values.length - MANY} more` : shown;
}

const MANY = 5;
