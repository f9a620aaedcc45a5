import { isPlainObject } from "./plainObject.ts";

/** A JSON Pointer (RFC 6901), such as `/data/job_id`; the empty string points at the whole value. */
export type Pointer = string;

/** Prints one key as a step of a JSON Pointer. */
export function escapeStep(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Splits a JSON Pointer into its keys. */
export function pointerSteps(pointer: Pointer): string[] {
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
  const taken: string[] = [];
  for (const step of pointerSteps(pointer)) {
    const isObject = isContainer(held);
    if (!isContainer(held) || !Object.hasOwn(held, step)) {
      return { found: false, missing: pointerOf([...taken, step]), holder: { path: pointerOf(taken), value: held, isObject } };
    }
    taken.push(step);
    held = held[step];
  }
  return { found: true, value: held };
}

/** Whether a value has properties of its own to look into. */
function isContainer(value: unknown): value is Record<string, unknown> {
  return Array.isArray(value) || isPlainObject(value);
}
