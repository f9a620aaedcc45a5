import type { Side } from "../change.ts";
import { type Place, showPath } from "./place.ts";
import type { View } from "./view.ts";

/** A text for a view: two views of the same text say the same. */
export function viewKey(digests: Place["digests"], side: Side, { nodes, isNever }: View): string {
  const numbers = nodes.map(({ schema: { allOf: _, ...own } }) => digests.of(side, own));
  return `${isNever ? "never" : ""} ${[...new Set(numbers)].sort().join()}`;
}

/** A text for what is compared at a place: the schemas there, by where they stand. A place inside itself has the same one. */
export function placeKey({ path, before, after }: Place): string {
  const pointers = [before, after].map(({ nodes }) => nodes.map(({ pointer }) => pointer).join());
  // What says nothing stands nowhere, and has nothing inside.
  return JSON.stringify(pointers.some((pointer) => pointer !== "") ? pointers : showPath(path));
}

/** Whether both contracts say the same of a place. */
export function isSamePlace({ digests, before, after }: Place): boolean {
  return viewKey(digests, "before", before) === viewKey(digests, "after", after);
}
