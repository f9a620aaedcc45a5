import { isList, isObject, type Json } from "../json.ts";

/** Whether two values are the same JSON, whatever the order of their properties. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (isList(one))
    return isList(other) && one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (!isObject(one)) return one === other;
  const names = Object.keys(one);
  if (!isObject(other) || Object.keys(other).length !== names.length) return false;
  return names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name]));
}
