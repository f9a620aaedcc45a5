import { escapeStep } from "@wirepact/runtime";
import { get, getObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { follow } from "../../../generator/model/references.ts";
import { unionOf } from "./union.ts";

/** Every path that a schema declares, whether a frame shows it or not: written as those of places are. */
export function declaredPaths(document: JsonObject, schema: Json): string[] {
  return [...new Set(walk(document, schema, ""))];
}

function* walk(document: JsonObject, schema: Json, path: string): Generator<string> {
  yield path;
  yield* inside(document, follow(document, schema, "")?.value ?? true, path);
}

function* inside(document: JsonObject, schema: Json, path: string): Generator<string> {
  const items = get(schema, "items");
  if (items !== undefined) yield* walk(document, items, `${path}/*`);
  for (const [name, inner] of Object.entries(getObject(schema, "properties")))
    yield* walk(document, inner, `${path}/${escapeStep(name)}`);
  const { branches, label } = unionOf(document, schema);
  for (const [index, branch] of branches.entries()) yield* inside(document, branch, `${path}${label(index)}`);
}
