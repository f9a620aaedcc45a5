import { get, getList, getObject, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/** Whether the values of a schema differ in anything: not where all that it describes are constants. */
export function varies(document: JsonObject, schema: Json, seen: Set<Json> = new Set()): boolean {
  const target = follow(document, schema, "")?.value;
  if (!isObject(target)) return target !== false;
  if ("const" in target || seen.has(target)) return false;
  seen.add(target);
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((name) => getList(target, name));
  const parts = [...Object.values(getObject(target, "properties")), ...branches];
  return parts.length === 0 ? get(target, "type") !== "null" : parts.some((part) => varies(document, part, seen));
}
