import type { Json } from "../../../json.ts";
import type { Side } from "../../change.ts";
import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";
import { picked, together, type View } from "../view.ts";

/** Keywords whose schemas judge a value only under circumstances: they are compared as a whole. */
const CONDITIONS: readonly (readonly string[])[] = [["not"], ["if", "then", "else"], ["contains"], ["propertyNames"]];

/** Conditions that say something else than they did. */
export function* conditionsChanged(place: Place): Iterable<Difference> {
  for (const keywords of CONDITIONS) {
    const of = keywords[0] ?? "";
    if (textOf(place, "before", place.before, keywords) === textOf(place, "after", place.after, keywords)) continue;
    yield { demand: { before: demandOf(place.before, keywords), after: demandOf(place.after, keywords) }, of };
  }
}

function textOf({ digests }: Place, side: Side, view: View, keywords: readonly string[]): string {
  const numbers = picked(view, keywords).map((part) => digests.of(side, part));
  return [...new Set(numbers)].sort().join();
}

function demandOf(view: View, keywords: readonly string[]): Json {
  return together(picked(view, keywords));
}
