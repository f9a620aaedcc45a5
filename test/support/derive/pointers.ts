import { pointerOf, pointerSteps } from "@wirepact/runtime";
import { setAt } from "../../../generator/fixtures/setAt.ts";
import { isList, isObject, type Json } from "../../../generator/json.ts";

export { setAt };

/** A copy of a frame without one of its properties. */
export function removeAt(frame: Json, pointer: string): Json {
  const steps = pointerSteps(pointer);
  const holder = pointerOf(steps.slice(0, -1));
  const kept = Object.entries(objectAt(frame, holder)).filter(([name]) => name !== steps.at(-1));
  return setAt(frame, holder, Object.fromEntries(kept));
}

/** What stands at a place of a frame. */
export function valueAt(frame: Json, pointer: string): Json | undefined {
  return pointerSteps(pointer).reduce<Json | undefined>((value, step) => {
    if (isList(value)) return value[Number(step)];
    return isObject(value) ? value[step] : undefined;
  }, frame);
}

function objectAt(frame: Json, pointer: string) {
  const value = valueAt(frame, pointer);
  if (!isObject(value)) throw new TypeError(`no object at ${pointer}`);
  return value;
}
