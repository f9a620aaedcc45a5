import { escapeStep } from "@wirepact/runtime";
import type { Json, JsonObject } from "../../json.ts";
import type { Side } from "../change.ts";
import type { Digests } from "../match/digests.ts";
import type { View } from "./view.ts";

/** Something for either contract. */
export type Both<Thing> = Readonly<Record<Side, Thing>>;

/** A step from a value to one inside it; or to the same value, as one of several kinds that it may be of. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  /** Properties that a pattern names. */
  | { readonly kind: "pattern"; readonly pattern: string }
  /** Properties without a schema of their own; `known` lets all pass that have one. */
  | { readonly kind: "others"; readonly known: Both<JsonObject> }
  | { readonly kind: "items" }
  | { readonly kind: "item"; readonly index: number }
  /** Items behind a tuple's. */
  | { readonly kind: "rest"; readonly from: number }
  /** Values that `guard` tells from the other branches of a union. */
  | { readonly kind: "branch"; readonly label: string; readonly guard: Json }
  /** A branch that nothing simple tells from the others: only the whole union says what may stand there. */
  | { readonly kind: "opaque"; readonly label: string; readonly union: Both<Json> };

/** One place of a message's frames, as either contract sees it. */
export interface Place {
  readonly path: readonly Step[];
  readonly before: View;
  readonly after: View;
  readonly digests: Pick<Digests, "of">;
}

const known = new WeakMap<Place, Place>();

/** The place as the other contract would look at this one; always the same for the same, since much is found out about places. */
export function swapPlace(place: Place): Place {
  const swapped = known.get(place) ?? swapAnew(place);
  known.set(place, swapped);
  return swapped;
}

function swapAnew({ path, before, after, digests }: Place): Place {
  const swapped = { of: (side: Side, schema: Json) => digests.of(side === "before" ? "after" : "before", schema) };
  return { path, before: after, after: before, digests: swapped };
}

/** A way to a place as people read it: a JSON Pointer, with stars for any item or name. */
export function showPath(path: readonly Step[]): string {
  return path.map(showStep).join("");
}

function showStep(step: Step): string {
  switch (step.kind) {
    case "property":
      return `/${escapeStep(step.name)}`;
    case "item":
      return `/${step.index}`;
    case "pattern":
      return `/{${step.pattern}}`;
    case "others":
    case "items":
      return "/*";
    case "rest":
      return `/${step.from}…`;
    case "branch":
    case "opaque":
      return `[${step.label}]`;
  }
}
