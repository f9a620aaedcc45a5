import type { Json } from "../../json.ts";
import type { Side } from "../change.ts";
import type { Both, Place, Step } from "./place.ts";
import { swapPlace } from "./place.ts";

/** What differs at a place, as a rule of fields finds it. */
export interface Difference {
  /** From the place on; mostly nothing. */
  readonly steps?: readonly Step[];
  /** What either contract demands of the value at the place (not behind the steps), as a schema of its document. */
  readonly demand: Both<Json>;
  /** What makes the difference this one, where that is not what is demanded; as schemas, too. */
  readonly about?: Both<Json>;
  /** The contract in which the thing stands, and where; the new one's place where nothing is said. */
  readonly at?: { readonly side: Side; readonly pointer: string };
  /** What it was and is, in a few words; whatever there is of it. */
  readonly was?: string;
  readonly is?: string;
  /** The keyword or other name that both belong to. */
  readonly of?: string;
}

/** Finds what differs at a place, of one kind. */
export type Differ = (place: Place) => Iterable<Difference>;

/** Finds the same kind the other way round: what the one adds the other takes away. */
export function opposite(differ: Differ): Differ {
  return function* (place) {
    for (const difference of differ(swapPlace(place))) yield swapped(difference);
  };
}

function swapped({ demand, about, at, was, is, ...rest }: Difference): Difference {
  return {
    ...rest,
    demand: { before: demand.after, after: demand.before },
    ...(about === undefined ? {} : { about: { before: about.after, after: about.before } }),
    ...(at === undefined ? {} : { at: { ...at, side: at.side === "before" ? "after" : "before" } as const }),
    ...(is === undefined ? {} : { was: is }),
    ...(was === undefined ? {} : { is: was }),
  };
}

/** Finds what any of several find. */
export function any(...all: readonly Differ[]): Differ {
  return function* (place) {
    for (const differ of all) yield* differ(place);
  };
}
