import { isBytes } from "../../../model/bytesHolders.ts";
import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";
import { picked, together, type View } from "../view.ts";

/** Where binary data stands that was something else. */
export function* findBytes({ before, after }: Place): Iterable<Difference> {
  if (holdsBytes(before) || !holdsBytes(after)) return;
  yield { demand: { before: demandOf(before), after: demandOf(after) } };
}

function holdsBytes({ nodes }: View): boolean {
  return nodes.some(({ schema }) => isBytes(schema));
}

function demandOf(view: View) {
  return together(picked(view, ["type", "contentEncoding"]));
}
