import type { Json, JsonObject } from "../json.ts";
import { put, remove } from "./edit.ts";
import type { Change } from "./mutant.ts";

/** The change of a document that takes away what stands at a place. */
export function removed(document: JsonObject, pointer: string, text: string): Change {
  return { pointer, text, document: remove(document, pointer) };
}

/** The change of a document that puts something else at a place. */
export function replaced(document: JsonObject, pointer: string, value: Json, text: string, what?: string): Change {
  return { pointer, text, document: put(document, pointer, value), ...(what === undefined ? {} : { what }) };
}

/** One change for each entry of a list that is taken away; nothing where it would be empty and must not be. */
export function eachRemoved(
  document: JsonObject,
  pointer: string,
  list: readonly Json[],
  textOf: (item: Json) => string,
  atLeast = 0,
): Change[] {
  if (list.length <= atLeast) return [];
  return list.map((item, index) => ({
    ...removed(document, `${pointer}/${index}`, textOf(item)),
    what: typeof item === "string" ? item : JSON.stringify(item),
  }));
}
