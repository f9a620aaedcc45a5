import { get, getList, getObject, getString, type Json, type JsonObject } from "../../../generator/json.ts";
import { follow } from "../../../generator/model/references.ts";
import { typesOf } from "./jsonTypes.ts";
import { unionOf } from "./union.ts";

/** A value that a schema admits, with every optional property in it. */
export function sampleOf(document: JsonObject, schema: Json): Json {
  const target = follow(document, schema, "")?.value ?? true;
  const constant = get(target, "const") ?? getList(target, "enum")[0];
  if (constant !== undefined) return constant;
  const [branch] = unionOf(document, target).branches;
  if (branch !== undefined) return sampleOf(document, branch);
  switch (getString(target, "type")) {
    case "object":
      return sampleObject(document, target);
    case "array":
      return [sampleOf(document, get(target, "items") ?? true)];
    case "string":
      return getString(target, "format") === undefined ? "c29tZSB0ZXh0" : "2025-01-01T12:00:00Z";
    case "number":
    case "integer":
      return get(target, "minimum") ?? 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return { anything: ["goes", 1, null] };
  }
}

function sampleObject(document: JsonObject, schema: Json): Json {
  const properties = Object.entries(getObject(schema, "properties")).filter(([, inner]) => typesOf(document, inner).size > 0);
  return Object.fromEntries(properties.map(([name, inner]) => [name, sampleOf(document, inner)]));
}
