import { pointerOf, pointerSteps } from "@wirepact/runtime";
import { isList, isObject, type Json, type JsonObject } from "../json.ts";

/** A copy of a document with a value at a place; what does not stand on the way there is shared. Objects on the way are made. */
export function put(document: JsonObject, pointer: string, value: Json): JsonObject {
  return asObject(change(document, pointerSteps(pointer), () => value));
}

/** A copy of a document without what stands at a place. */
export function remove(document: JsonObject, pointer: string): JsonObject {
  const steps = [...pointerSteps(pointer)];
  const last = steps.pop() ?? "";
  return asObject(change(document, steps, (holder) => without(holder, last)));
}

/** A list or an object without one of its entries. */
function without(holder: Json | undefined, step: string): Json {
  if (isList(holder)) return holder.filter((_, index) => String(index) !== step);
  return isObject(holder) ? omit(holder, step) : (holder ?? {});
}

/** An object without one of its properties. */
export function omit(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** A list without the item at a place. */
export function withoutItem<Item>(list: readonly Item[], index: number): readonly Item[] {
  return list.filter((_, place) => place !== index);
}

function change(value: Json | undefined, [step, ...rest]: readonly string[], to: (old: Json | undefined) => Json): Json {
  if (step === undefined) return to(value);
  if (isList(value)) return value.map((item, index) => (String(index) === step ? change(item, rest, to) : item));
  const inner = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return { ...(isObject(value) ? value : {}), [step]: change(inner, rest, to) };
}

function asObject(value: Json): JsonObject {
  if (!isObject(value)) throw new TypeError("a document is an object");
  return value;
}

/** A place inside another, as a JSON Pointer. */
export function inside(pointer: string, ...steps: readonly string[]): string {
  return `${pointer}${pointerOf(steps)}`;
}
