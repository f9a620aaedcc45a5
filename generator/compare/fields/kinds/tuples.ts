import { get, isList, type Json, type JsonObject } from "../../../json.ts";
import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";
import { type PlacedSchema, picked, together, type View, viewOf } from "../view.ts";
import { mayBe } from "./types.ts";

/** How many items of a view have a schema each; zero where all share one. */
export function tupleLength({ nodes }: View): number {
  return Math.max(
    0,
    ...nodes.map(({ schema }) => {
      const items = get(schema, "items");
      return isList(items) ? items.length : 0;
    }),
  );
}

/** What a view says of the item at an index; of any behind all tuples where that is infinite. */
export function itemOf({ document, nodes }: View, index: number): View {
  return viewOf(
    document,
    nodes.flatMap(({ schema, pointer }) => itemSchema(schema, pointer, index)),
  );
}

function itemSchema(schema: JsonObject, pointer: string, index: number): PlacedSchema[] {
  const items = get(schema, "items");
  const own = isList(items) ? items[index] : items;
  if (own !== undefined) return [{ schema: own, pointer: isList(items) ? `${pointer}/items/${index}` : `${pointer}/items` }];
  const rest: Json | undefined = isList(items) ? get(schema, "additionalItems") : undefined;
  return rest === undefined ? [] : [{ schema: rest, pointer: `${pointer}/additionalItems` }];
}

/** Where lists may have no more items than are described, from now on. */
export function* findFewerItems(place: Place): Iterable<Difference> {
  if (!mayBe(place, "array")) return;
  const [old, recent] = [itemOf(place.before, Infinity), itemOf(place.after, Infinity)];
  if (old.isNever || !recent.isNever) return;
  const about = { before: true, after: together(picked(place.after, ["items", "additionalItems"])) };
  yield { demand: { before: true, after: lengthOf(place.after) }, about };
}

/** How many items a view lets pass, whatever they are. */
function lengthOf(view: View): Json {
  const parts = picked(view, ["items", "additionalItems"]);
  return together(parts.map((part) => (isList(part["items"]) ? { ...part, items: part["items"].map(() => true) } : part)));
}
