import { type Direction, type Pointer, readPointer } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Side } from "./change.ts";
import type { Sessions, Step, Value } from "./sessions.ts";

/** Values that ids and names mostly may have; several of each kind, so that two can differ. */
const CANDIDATES: readonly Json[] = [
  "first",
  "second",
  "00000000-0000-4000-8000-000000000001",
  "00000000-0000-4000-8000-000000000002",
  1,
  2,
];

/** What stands at a place of a frame; undefined where nothing or null does. */
export function valueIn(step: Step, pointer: Pointer): Json | undefined {
  const reading = readPointer(step.frame, pointer);
  // What was made of JSON holds nothing else.
  return reading.found && reading.value !== null ? (reading.value as Json) : undefined;
}

/** The frame of a message of which some places are filled, with whatever fits; undefined where nothing does. */
export function filledStep(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  places: readonly Pointer[],
  values: readonly Value[] = [],
): Step | undefined {
  const step = sessions.step(side, name, from, values);
  const place = step === undefined ? undefined : places.find((one) => valueIn(step, one) === undefined);
  if (place === undefined) return step;
  const fills = CANDIDATES.map((value): Value => [place, value]);
  return firstOf(fills, (fill) =>
    filledStep(
      sessions,
      side,
      name,
      from,
      places.filter((one) => one !== place),
      [...values, fill],
    ),
  );
}

/** The frame of a message with a value at a place that is none of those given; undefined where that cannot be. */
export function differingStep(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  { place, unlike, values }: { readonly place: Pointer; readonly unlike: Json | undefined; readonly values: readonly Value[] },
): Step | undefined {
  const others = CANDIDATES.filter((value) => value !== unlike);
  return firstOf(others, (value) => sessions.step(side, name, from, [...values, [place, value]]));
}

/** The frame of a message with as many of some values as it has a place for. */
export function fittingStep(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  values: readonly Value[],
): Step | undefined {
  const fitting: Value[] = [];
  for (const value of values) {
    if (sessions.step(side, name, from, [...fitting, value]) !== undefined) fitting.push(value);
  }
  return sessions.step(side, name, from, fitting);
}

function firstOf<T, U>(things: readonly T[], make: (thing: T) => U | undefined): U | undefined {
  for (const thing of things) {
    const made = make(thing);
    if (made !== undefined) return made;
  }
  return undefined;
}
