import { isList, isObject, type Json, type JsonObject } from "../json.ts";

/** Keys whose values are maps by names that the contract chooses, where no key has a meaning of its own. */
export const MAPS: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "messages",
  "channels",
  "operations",
  "securitySchemes",
  "parameters",
]);

/** Keys whose values are anybody's data, in which the parser would follow what looks like a reference, to files and to the network. */
export const DATA: ReadonlySet<string> = new Set(["examples", "default"]);

/** A document as the official parser may see it: without data that it would read as references, and without our extensions. */
export function forParser(document: JsonObject): JsonObject {
  return cleanObject(document, false);
}

function clean(value: Json, isMap: boolean): Json {
  if (isList(value)) return value.map((item) => clean(item, false));
  return isObject(value) ? cleanObject(value, isMap) : value;
}

function cleanObject(value: JsonObject, isMap: boolean): JsonObject {
  const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
    // A property may be called like the keyword that refers; the parser would take it for one.
    if (isMap) return [[key === "$ref" ? "$ref\u00B7" : key, clean(item, false)]];
    if (DATA.has(key) || key.startsWith("x-")) return [];
    if (key === "const" || key === "enum") return isPlain(item) ? [[key, item]] : [];
    return [[key, clean(item, MAPS.has(key))]];
  });
  return Object.fromEntries(entries);
}

/** Whether a value holds no object, which could look like a reference. */
function isPlain(value: Json): boolean {
  return isList(value) ? value.every(isPlain) : !isObject(value);
}
