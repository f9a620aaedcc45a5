import { escapeStep } from "@wirepact/runtime";
import { isObject, type Json } from "../json.ts";
import { type Keyword, keywords } from "../model/keywords.ts";
import { subschemas } from "../model/subschemas.ts";

const NEWER: readonly (readonly [string, Keyword])[] = [
  ["$defs", { holds: "schemaMap" }],
  ["definitions", { holds: "schemaMap" }],
  ["prefixItems", { holds: "schemas" }],
  ["items", { holds: "schema" }],
  ["dependentSchemas", { holds: "schemaMap", inPlace: true }],
  ["unevaluatedProperties", { holds: "schema" }],
  ["unevaluatedItems", { holds: "schema" }],
];

/** The keywords of JSON Schema 2020-12 that hold schemas, beside those of draft-07 that it still has. */
const newerKeywords: ReadonlyMap<string, Keyword> = new Map([...keywords, ...NEWER]);

/** Schemas nested deeper are refused by whoever reads on. */
export const MAX_DEPTH = 250;

/** A schema of 2020-12 and every schema inside it, with their JSON Pointers, without following references. */
export function* newerSchemasIn(schema: Json, pointer: string, depth = 0): Generator<readonly [schema: Json, pointer: string]> {
  yield [schema, pointer];
  if (depth > MAX_DEPTH) return;
  for (const [name, held] of Object.entries(isObject(schema) ? schema : {})) {
    const keyword = newerKeywords.get(name);
    for (const [step, inner] of keyword === undefined ? [] : subschemas(keyword, held))
      yield* newerSchemasIn(inner, `${pointer}/${escapeStep(name)}${step}`, depth + 1);
  }
}
