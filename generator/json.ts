/** Any JSON value, read only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, read only. Names come from outside: look them up with {@link get}, never through the prototype. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a JSON value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a JSON value is a list. (`Array.isArray` does not narrow read-only arrays.) */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** An own property of a JSON value, or undefined. */
export function get(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An own property that is an object; an empty object where it is none. */
export function getObject(value: Json | undefined, key: string): JsonObject {
  const found = get(value, key);
  return isObject(found) ? found : {};
}

/** An own property that is a list; an empty list where it is none. */
export function getList(value: Json | undefined, key: string): readonly Json[] {
  const found = get(value, key);
  return isList(found) ? found : [];
}

/** An own property that is a string, or undefined. */
export function getString(value: Json | undefined, key: string): string | undefined {
  const found = get(value, key);
  return typeof found === "string" ? found : undefined;
}

/** The strings of a list property. */
export function getStrings(value: Json | undefined, key: string): string[] {
  return getList(value, key).filter((item): item is string => typeof item === "string");
}

/** A copy without the properties that are undefined. Keys named `__proto__` stay data. */
export function compact(properties: Readonly<Record<string, Json | undefined>>): JsonObject {
  const entries = Object.entries(properties).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
