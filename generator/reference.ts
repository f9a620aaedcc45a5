import { escapeStep, pointerOf, pointerSteps, similar } from "@wirepact/runtime";
import { get, getString, isList, isObject, type Json, type JsonObject } from "./json.ts";

/** Something of a document, and the JSON Pointer at which it stands. */
export interface Placed {
  readonly value: Json;
  readonly pointer: string;
}

/** The value that a `$ref` of the document names, and its pointer; undefined where it names nothing. */
export function resolveReference(document: JsonObject, reference: string): Placed | undefined {
  const pointer = decodeReference(reference);
  if (pointer === undefined) return undefined;
  const value = valueAt(document, pointer);
  return value === undefined ? undefined : { value, pointer };
}

/** The value at a JSON Pointer; undefined where nothing stands. */
export function valueAt(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const step of pointerSteps(pointer)) value = isList(value) ? value[Number(step)] : get(value, step);
  return value;
}

/** Follows references until something else stands there; undefined where they lead nowhere or in a circle. */
export function follow(document: JsonObject, value: Json, pointer: string): Placed | undefined {
  const seen = new Set<string>();
  let here: Placed | undefined = { value, pointer };
  while (here !== undefined) {
    const reference: string | undefined = getString(here.value, "$ref");
    if (reference === undefined) return here;
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    here = resolveReference(document, reference);
  }
  return undefined;
}

/** The JSON Pointer of a reference into its own document; undefined where it leads out of it. */
export function decodeReference(reference: string): string | undefined {
  if (!reference.startsWith("#")) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return undefined;
  }
}

/** A reference into its own document, by a JSON Pointer. */
export function encodeReference(pointer: string): string {
  return `#${pointer.replaceAll("%", "%25")}`;
}

/** The reference that one which names nothing most likely means: its last step is misspelled. */
export function meantReference(document: JsonObject, reference: string): string | undefined {
  const steps = [...pointerSteps(decodeReference(reference) ?? "")];
  const last = steps.pop();
  const around = valueAt(document, pointerOf(steps));
  const meant = last === undefined || !isObject(around) ? undefined : similar(last, Object.keys(around));
  // Where the name is right, what stands there leads on to nothing.
  return meant === undefined || meant === last ? undefined : `#${pointerOf(steps)}/${escapeStep(meant)}`;
}
