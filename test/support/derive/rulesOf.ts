import { isList, isObject, type Json } from "../../../generator/json.ts";
import { keywords } from "../../../generator/model/keywords.ts";

/** The keywords of a schema, and of all schemas in it, that validators enforce. */
export function rulesOf(schema: Json): Set<string> {
  return new Set(walk(schema));
}

function* walk(schema: Json): Generator<string> {
  if (!isObject(schema)) return;
  for (const [name, held] of Object.entries(schema)) {
    const keyword = keywords.get(name);
    if (keyword === undefined || keyword.annotation === true) continue;
    yield name;
    if (keyword.holds === "value") continue;
    const inner = isList(held) ? held : keyword.holds === "schemaMap" && isObject(held) ? Object.values(held) : [held];
    for (const each of inner) yield* walk(each);
  }
}
