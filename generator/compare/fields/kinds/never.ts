import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";

/** Where nothing may stand from now on. */
export function* findClosed({ before, after }: Place): Iterable<Difference> {
  if (after.isNever && !before.isNever) yield { demand: { before: true, after: false } };
}
