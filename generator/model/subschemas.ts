import { escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";
import { type Keyword, keywords } from "./keywords.ts";

/** The schemas that a keyword holds, each with its place below the keyword. */
export function subschemas(keyword: Keyword, held: Json): [string, Json][] {
  switch (keyword.holds) {
    case "value":
      return [];
    case "schema":
      return [["", held]];
    case "schemas":
      return isList(held) ? held.map((item, index) => [`/${index}`, item]) : [];
    case "schemaMap":
      return isObject(held) ? Object.entries(held).map(([name, item]) => [`/${escapeStep(name)}`, item]) : [];
    case "schemaOrSchemas":
      return isList(held) ? held.map((item, index) => [`/${index}`, item]) : [["", held]];
  }
}

/** A schema and every schema inside it, without following references. */
export function* schemasIn(schema: Json): Generator<Json> {
  yield schema;
  if (!isObject(schema) || "$ref" in schema) return;
  for (const [name, held] of Object.entries(schema)) {
    const keyword = keywords.get(name);
    for (const [, inner] of keyword === undefined ? [] : subschemas(keyword, held)) yield* schemasIn(inner);
  }
}
