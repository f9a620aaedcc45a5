import { escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";
import type { Keyword } from "./keywords.ts";

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
