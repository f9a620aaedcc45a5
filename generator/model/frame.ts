import { get, getList, getObject, getString, isObject, type Json, type JsonObject } from "../json.ts";
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

/** The only string that a schema admits at a place of its values, if there is one. */
export function constantAt(document: JsonObject, schema: Json | undefined, steps: readonly string[]): string | undefined {
  return schemasAt(document, schema, steps)
    .map((one) => constantOf(document, one))
    .find((constant) => constant !== undefined);
}

/** The only string that a schema admits, if there is one. */
export function constantOf(document: JsonObject, schema: Json | undefined): string | undefined {
  const target = schema === undefined ? undefined : follow(document, schema, "")?.value;
  const constant = getString(target, "const");
  if (constant !== undefined) return constant;
  const values = getList(target, "enum");
  const [only] = values;
  return values.length === 1 && typeof only === "string" ? only : undefined;
}

/** The properties that every value of a schema has, through references and allOf. */
export function requiredOf(document: JsonObject, schema: Json | undefined, seen: Set<Json> = new Set()): string[] {
  const target = follow(document, schema ?? {}, "")?.value;
  if (!isObject(target) || seen.has(target)) return [];
  seen.add(target);
  const own = getList(target, "required").filter((name): name is string => typeof name === "string");
  const inner = getList(target, "allOf").flatMap((branch) => requiredOf(document, branch, seen));
  return [...new Set([...own, ...inner])];
}

/** The places of constants in a schema, at most three properties deep, with their values: those that every value has, or else all. */
export function constantsOf(document: JsonObject, schema: Json): [readonly string[], string][] {
  const certain = findConstants(document, schema, [], true, new Set());
  return certain.length > 0 ? certain : findConstants(document, schema, [], false, new Set());
}

/** Each schema is looked into once. */
function findConstants(
  document: JsonObject,
  schema: Json,
  steps: readonly string[],
  certain: boolean,
  seen: Set<Json>,
): [readonly string[], string][] {
  const target = follow(document, schema, "")?.value;
  if (!isObject(target) || steps.length > 3) return [];
  const constant = constantOf(document, target);
  if (constant !== undefined && steps.length > 0) return [[steps, constant]];
  if (seen.has(target)) return [];
  seen.add(target);
  const required = new Set(requiredOf(document, target));
  const own = Object.entries(getObject(target, "properties")).filter(([name]) => !certain || required.has(name));
  const places = own.flatMap(([name, inner]) => findConstants(document, inner, [...steps, name], certain, seen));
  return [...places, ...getList(target, "allOf").flatMap((branch) => findConstants(document, branch, steps, certain, seen))];
}
