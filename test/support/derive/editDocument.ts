import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { setAt, valueAt } from "./pointers.ts";

/** A document with the object at a pointer changed. */
export function editAt(document: JsonObject, pointer: string, edit: (value: JsonObject) => JsonObject): JsonObject {
  return objectOf(setAt(document, pointer, edit(objectOf(valueAt(document, pointer), pointer))), pointer);
}

/** Adds properties to an object, in front of its own or behind them. */
export type Insert = (own: JsonObject, added: JsonObject) => JsonObject;

/** Puts what is new before everything else. */
export const inFront: Insert = (own, added) => ({ ...added, ...own });

/** Puts what is new behind everything else. */
export const behind: Insert = (own, added) => ({ ...own, ...added });

function objectOf(value: Json | undefined, pointer: string): JsonObject {
  if (!isObject(value)) throw new TypeError(`no object at ${pointer}`);
  return value;
}
