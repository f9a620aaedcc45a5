import { isPlainObject } from "./plainObject.ts";

/** A JSON Pointer (RFC 6901), such as `/data/job_id`; the empty string points at the whole value. */
export type Pointer = string;

/** Prints one key as a step of a JSON Pointer. */
export function escapeStep(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** The keys of pointers that were asked for before: those of a contract are few, and asked for with every frame. */
const known = new Map<Pointer, readonly string[]>();
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 200;

/** Splits a JSON Pointer into its keys. */
export function pointerSteps(pointer: Pointer): readonly string[] {
  const steps = known.get(pointer);
  if (steps !== undefined) return steps;
  const split = splitPointer(pointer);
  // Pointers may come from what a peer sent: what is kept of them has an end.
  if (known.size < MOST_KNOWN && pointer.length <= LONGEST_KNOWN) known.set(pointer, Object.freeze(split));
  return split;
}

function splitPointer(pointer: Pointer): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Joins keys to a JSON Pointer. */
export function pointerOf(steps: readonly (string | number)[]): Pointer {
  return steps.map((step) => `/${escapeStep(String(step))}`).join("");
}

/** What stands at a pointer; where nothing does, the first step that is missing, and whether there was an object to have it. */
export type Reading =
  | { readonly found: true; readonly value: unknown }
  | {
      readonly found: false;
      readonly missing: Pointer;
      readonly holder: { readonly path: Pointer; readonly value: unknown; readonly isObject: boolean };
    };

/** Reads a value by pointer. Own properties only: a peer chooses the names. */
export function readPointer(value: unknown, pointer: Pointer): Reading {
  let held = value;
  let taken = 0;
  const steps = pointerSteps(pointer);
  for (const step of steps) {
    if (!isContainer(held) || !Object.hasOwn(held, step)) return notFound(held, steps, taken);
    taken += 1;
    held = held[step];
  }
  return { found: true, value: held };
}

function notFound(value: unknown, steps: readonly string[], taken: number): Reading {
  const missing = pointerOf(steps.slice(0, taken + 1));
  return { found: false, missing, holder: { path: pointerOf(steps.slice(0, taken)), value, isObject: isContainer(value) } };
}

/** Whether a value has properties of its own to look into. */
function isContainer(value: unknown): value is Record<string, unknown> {
  return Array.isArray(value) || isPlainObject(value);
}
