import { type Direction, type Pointer, readPointer } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Side } from "./change.ts";
import { absentAt, presentAt } from "./match/regions.ts";
import type { Sayable, Sessions, Step, Value } from "./sessions.ts";

/** Values that ids and names mostly may have: reports read best with them. Where none fits, the schema is asked. */
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
): Step | undefined {
  const values: Value[] = [];
  for (const place of places) {
    const step = sessions.step(side, name, from, values);
    if (step === undefined) break;
    if (valueIn(step, place) !== undefined) continue;
    const fill = CANDIDATES.find((value) => sessions.step(side, name, from, [...values, [place, value]]) !== undefined);
    if (fill !== undefined) values.push([place, fill]);
  }
  const step = sessions.step(side, name, from, values);
  const isFilled = step !== undefined && places.every((place) => valueIn(step, place) !== undefined);
  return isFilled ? step : stepOf(sessions.stepWith(side, name, from, places.map(filledAt)));
}

/** Whether a message has a frame with a value at a place that is none of those given. */
export function differingStep(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  { place, unlike, values }: { readonly place: Pointer; readonly unlike: Json | undefined; readonly values: readonly Value[] },
): Sayable {
  const others = CANDIDATES.filter((value) => value !== unlike);
  const step = firstOf(others, (value) => sessions.step(side, name, from, [...values, [place, value]]));
  if (step !== undefined) return { kind: "step", step };
  const differs = presentAt(place, { not: { enum: unlike === undefined ? [null] : [null, unlike] } });
  return sessions.stepWith(side, name, from, [...heldIn(values), differs]);
}

/** Whether a message has a frame with nothing at a place. */
export function stepWithout(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  { place, values }: { readonly place: Pointer; readonly values: readonly Value[] },
): Sayable {
  return sessions.stepWith(side, name, from, [...heldIn(values), absentAt(place)]);
}

/** The frame of a message with as many of some values as it has a place for. */
export function fittingStep(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  values: readonly Value[],
): Step | undefined {
  return sessions.step(side, name, from, fittingValues(sessions, side, name, from, values));
}

/** As many of some values as a message has a place for. */
export function fittingValues(
  sessions: Sessions,
  side: Side,
  name: string,
  from: Direction,
  values: readonly Value[],
): readonly Value[] {
  const fitting: Value[] = [];
  for (const value of values) {
    if (sessions.step(side, name, from, [...fitting, value]) !== undefined) fitting.push(value);
  }
  return fitting;
}

/** A value that tells one thing from others: the usual one where a message has a place for it, or else one that fits. */
export function someKey(sessions: Sessions, side: Side, name: string, from: Direction, place: Pointer): Json {
  if (sessions.step(side, name, from, [[place, SOME_KEY]]) !== undefined) return SOME_KEY;
  const step = filledStep(sessions, side, name, from, [place]);
  return (step && valueIn(step, place)) ?? SOME_KEY;
}

/** Some name for what is followed. */
const SOME_KEY: Json = "first";

/** The step, where there is one. */
export function stepOf(sayable: Sayable): Step | undefined {
  return sayable.kind === "step" ? sayable.step : undefined;
}

function filledAt(place: Pointer): Json {
  return presentAt(place, { not: { type: "null" } });
}

/** What a frame keeps that has some values. */
export function heldIn(values: readonly Value[]): Json[] {
  return values.map(([place, value]) => presentAt(place, { const: value }));
}

/** The first thing that is made of some others. */
export function firstOf<T, U>(things: readonly T[], make: (thing: T) => U | undefined): U | undefined {
  for (const thing of things) {
    const made = make(thing);
    if (made !== undefined) return made;
  }
  return undefined;
}
