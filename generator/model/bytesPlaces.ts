import { escapeStep } from "@wirepact/runtime";
import { get, getList, getObject, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { resolveReference } from "./references.ts";

/** The places of binary data in a value, `*` standing for every item or property. */
export function bytesPlaces(document: JsonObject, schema: Json | undefined): string[] {
  return [...new Set(find(document, schema, "", new Set()))];
}

function* find(document: JsonObject, schema: Json | undefined, pointer: string, above: ReadonlySet<Json>): Generator<string> {
  // A recursive schema would have endless places: binary data inside the recursion is read as it came.
  if (!isObject(schema) || above.has(schema)) return;
  const seen = new Set(above).add(schema);
  const reference = getString(schema, "$ref");
  if (reference !== undefined) return yield* find(document, resolveReference(document, reference)?.value, pointer, seen);
  if (schema["contentEncoding"] === "base64") yield pointer;
  for (const branch of ["allOf", "anyOf", "oneOf"].flatMap((name) => getList(schema, name)))
    yield* find(document, branch, pointer, seen);
  for (const [name, inner] of Object.entries(getObject(schema, "properties")))
    yield* find(document, inner, `${pointer}/${escapeStep(name)}`, seen);
  for (const name of ["items", "additionalProperties"]) yield* find(document, get(schema, name), `${pointer}/*`, seen);
}
