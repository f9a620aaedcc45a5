import type { Side } from "../change.ts";
import type { Place } from "./place.ts";
import type { View } from "./view.ts";

/** A text for a view: two views of the same text say the same. */
export function viewKey(digests: Place["digests"], side: Side, { nodes, isNever }: View): string {
  const numbers = nodes.map(({ schema: { allOf: _, ...own } }) => digests.of(side, own));
  return `${isNever ? "never" : ""} ${[...new Set(numbers)].sort().join()}`;
}

/** A text for what a place is compared by. A place below itself has the same one. */
export function placeKey({ digests, before, after }: Place): string {
  return `${viewKey(digests, "before", before)} | ${viewKey(digests, "after", after)}`;
}

/** Whether both contracts say the same of a place. */
export function isSamePlace({ digests, before, after }: Place): boolean {
  return viewKey(digests, "before", before) === viewKey(digests, "after", after);
}
