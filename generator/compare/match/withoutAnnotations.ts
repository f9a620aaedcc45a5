import { isList, isObject, type Json } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";

/** A schema without what only people read: what an approval holds on to must not change with a description. */
export function withoutAnnotations(schema: Json): Json {
  if (isList(schema)) return schema.map(withoutAnnotations);
  if (!isObject(schema)) return schema;
  const rules = Object.entries(schema).filter(([name]) => keywords.get(name)?.annotation !== true);
  return Object.fromEntries(rules.map(([name, held]) => [name, inner(name, held)]));
}

function inner(name: string, held: Json): Json {
  switch (keywords.get(name)?.holds) {
    case "schema":
    case "schemas":
    case "schemaOrSchemas":
      return withoutAnnotations(held);
    case "schemaMap":
      return isObject(held) ? Object.fromEntries(Object.entries(held).map(([key, one]) => [key, withoutAnnotations(one)])) : held;
    default:
      return held;
  }
}
