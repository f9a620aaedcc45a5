import fc from "fast-check";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { definitions, JSON_VALUES, NAMES, NUMBERS, WORDS } from "./randomSchemas.ts";

/** Random values, many of which keep a schema or nearly do. */
export function valuesFor(schema: Json | undefined, depth = 0): fc.Arbitrary<Json> {
  const any = fc.oneof(fc.constantFrom(...JSON_VALUES, ...WORDS, ...NUMBERS), smallObject(fc.constantFrom(...JSON_VALUES)));
  if (depth > 4 || typeof schema !== "object" || schema === null) return any;
  return fc.oneof({ weight: 5, arbitrary: fittingValue(schema as JsonObject, depth) ?? any }, { weight: 1, arbitrary: any });
}

function fittingValue(schema: JsonObject, depth: number): fc.Arbitrary<Json> | undefined {
  const candidates: fc.Arbitrary<Json>[] = [];
  const { $ref, enum: values, items, properties, additionalProperties } = schema;
  if (typeof $ref === "string") candidates.push(valuesFor(definitions[$ref.split("/").at(-1) ?? ""], depth + 1));
  if ("const" in schema) candidates.push(fc.constant(schema["const"] ?? null));
  if (Array.isArray(values)) candidates.push(fc.constantFrom<Json>(...values));
  for (const keyword of ["anyOf", "oneOf", "allOf", "if", "then", "else"])
    for (const branch of [schema[keyword] ?? []].flat()) candidates.push(valuesFor(branch, depth + 1));
  const types = [schema["type"] ?? []].flat();
  if (types.includes("string")) candidates.push(fc.constantFrom<Json>(...WORDS));
  if (types.includes("number") || types.includes("integer")) candidates.push(fc.constantFrom<Json>(...NUMBERS));
  if (types.includes("boolean")) candidates.push(fc.boolean());
  if (types.includes("null")) candidates.push(fc.constant(null));
  if (types.includes("array")) candidates.push(fittingList(items, depth));
  if (types.includes("object")) candidates.push(fittingObject(properties as JsonObject | undefined, additionalProperties, depth));
  return candidates.length === 0 ? undefined : fc.oneof(...candidates);
}

function fittingList(items: Json | undefined, depth: number): fc.Arbitrary<Json> {
  if (Array.isArray(items)) return fc.tuple(...items.map((item: Json) => valuesFor(item, depth + 1))).map((list) => list);
  return fc.array(valuesFor(items, depth + 1), { maxLength: 3 });
}

function fittingObject(properties: JsonObject = {}, others: Json | undefined, depth: number): fc.Arbitrary<Json> {
  const known = Object.entries(properties).map(([name, schema]) => [name, valuesFor(schema, depth + 1)] as const);
  const fitting = fc.record(Object.fromEntries(known), { requiredKeys: [], noNullPrototype: true });
  return fc
    .tuple(smallObject(valuesFor(others, depth + 1)), fitting)
    .map(([extra, fields]) => ({ ...extra, ...fields }) as JsonObject);
}

function smallObject(values: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return fc.dictionary(fc.constantFrom(...NAMES, "d", "ad"), values, { maxKeys: 2, noNullPrototype: true });
}
