import { getList, getObject, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/** Names of the fields of a schema's values at any depth of their objects, through references and unions. */
export function fieldNames(document: JsonObject, schema: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Json>();
  const open = [schema];
  for (let held = open.pop(); held !== undefined; held = open.pop()) {
    const target = follow(document, held, "")?.value;
    if (!isObject(target) || seen.has(target)) continue;
    seen.add(target);
    for (const [name, inner] of Object.entries(getObject(target, "properties"))) {
      names.add(name);
      open.push(inner);
    }
    open.push(...["allOf", "anyOf", "oneOf"].flatMap((name) => getList(target, name)));
  }
  return names;
}
