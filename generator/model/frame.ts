import { get, getList, getObject, getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "./references.ts";

/** Socket.IO frames are written `{ event, data }`, without data where there is none. */
export function socketioFrame(event: string, data: Json | undefined, dataOptional: boolean): JsonObject {
  const constant = { event: { type: "string", const: event } };
  if (data === undefined) return { type: "object", required: ["event"], properties: constant };
  return { type: "object", required: dataOptional ? ["event"] : ["event", "data"], properties: { ...constant, data } };
}

/** What a schema says of a property: itself, and whatever it takes in through references and allOf. */
function propertySchemas(document: JsonObject, schema: Json | undefined, name: string, seen: Set<Json> = new Set()): Json[] {
  const target = follow(document, schema ?? {}, "")?.value;
  if (!isObject(target) || seen.has(target)) return [];
  seen.add(target);
  const own = get(getObject(target, "properties"), name);
  const taken = getList(target, "allOf").flatMap((branch) => propertySchemas(document, branch, name, seen));
  return own === undefined ? taken : [own, ...taken];
}

/** The schemas at a place of a value, one property after the other. */
function schemasAt(document: JsonObject, schema: Json | undefined, steps: readonly string[]): Json[] {
  return steps.reduce<Json[]>(
    (inner, step) => inner.flatMap((one) => propertySchemas(document, one, step)),
    schema === undefined ? [] : [schema],
  );
}

/** The first schema at a place of a value. */
export function schemaAt(document: JsonObject, schema: Json | undefined, steps: readonly string[]): Json | undefined {
  return schemasAt(document, schema, steps)[0];
}

/** The properties that every value of a schema has, through references and allOf. */
export function requiredOf(document: JsonObject, schema: Json | undefined, seen: Set<Json> = new Set()): string[] {
  const target = follow(document, schema ?? {}, "")?.value;
  if (!isObject(target) || seen.has(target)) return [];
  seen.add(target);
  const inner = getList(target, "allOf").flatMap((branch) => requiredOf(document, branch, seen));
  return [...new Set([...ownRequired(target), ...inner])];
}

/** A tuple has the items that its least length takes in; they are called by their index. */
function ownRequired(schema: JsonObject): string[] {
  const items = schema["items"];
  const least = schema["minItems"];
  const count = isList(items) && typeof least === "number" ? Math.min(least, items.length) : 0;
  return [...getStrings(schema, "required"), ...Array.from({ length: count }, (_, index) => String(index))];
}
