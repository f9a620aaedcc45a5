import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";
import { wholeOf } from "../view.ts";

/** Where nothing may stand from now on. */
export function* findClosed({ before, after }: Place): Iterable<Difference> {
  if (after.isNever && !before.isNever)
    yield { demand: { before: true, after: false }, about: { before: wholeOf(before), after: false } };
}
