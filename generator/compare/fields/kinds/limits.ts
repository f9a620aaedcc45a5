import type { Json } from "../../../json.ts";
import type { JsonType } from "../../../model/keywords.ts";
import type { Difference } from "../difference.ts";
import type { Place } from "../place.ts";
import { held, type View } from "../view.ts";
import { mayBe } from "./types.ts";

/** A limit of some type's values: the least or the most of something. */
interface Limit {
  readonly keyword: string;
  readonly isLeast: boolean;
  readonly types: readonly JsonType[];
}

const LENGTHS: readonly Limit[] = (
  [
    ["Length", "string"],
    ["Items", "array"],
    ["Properties", "object"],
  ] as const
).flatMap(([noun, type]) => [
  { keyword: `min${noun}`, isLeast: true, types: [type] },
  { keyword: `max${noun}`, isLeast: false, types: [type] },
]);

const RANGES: readonly Limit[] = [
  { keyword: "minimum", isLeast: true, types: ["number", "integer"] },
  { keyword: "exclusiveMinimum", isLeast: true, types: ["number", "integer"] },
  { keyword: "maximum", isLeast: false, types: ["number", "integer"] },
  { keyword: "exclusiveMaximum", isLeast: false, types: ["number", "integer"] },
];

/** Limits of lengths that leave less room than they did. */
export function* lengthsNarrowed(place: Place): Iterable<Difference> {
  for (const limit of LENGTHS) yield* narrowed(place, limit);
}

/** Bounds of numbers that leave less room than they did. */
export function* rangesNarrowed(place: Place): Iterable<Difference> {
  for (const limit of RANGES) yield* narrowed(place, limit);
}

function* narrowed(place: Place, { keyword, isLeast, types }: Limit): Iterable<Difference> {
  if (!mayBe(place, ...types)) return;
  const [old, recent] = [strictest(place.before, keyword, isLeast), strictest(place.after, keyword, isLeast)];
  if (recent === undefined || (old !== undefined && (isLeast ? recent <= old : recent >= old))) return;
  const demand = { before: demandOf(keyword, old), after: demandOf(keyword, recent) };
  yield { demand, of: keyword, was: old === undefined ? "none" : String(old), is: String(recent) };
}

function strictest(view: View, keyword: string, isLeast: boolean): number | undefined {
  const limits = held(view, keyword).filter((limit) => typeof limit === "number");
  if (limits.length === 0) return undefined;
  return isLeast ? Math.max(...limits) : Math.min(...limits);
}

function demandOf(keyword: string, limit: number | undefined): Json {
  return limit === undefined ? true : { [keyword]: limit };
}
