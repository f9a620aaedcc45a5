import type { BytesPlace, BytesStep } from "@wirepact/runtime";
import { get, getList, getObject, getString, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { resolveReference } from "./references.ts";

/** The places of binary data in the values of a schema. */
export function bytesPlaces(document: JsonObject, schema: Json | undefined): BytesPlace[] {
  if (!holdsBytes(document, schema, new Set())) return [];
  const unique = new Map([...find(document, schema, [], new Set())].map((place) => [JSON.stringify(place), place]));
  return [...unique.values()];
}

/** Whether there is binary data anywhere inside; each schema is looked into once. */
function holdsBytes(document: JsonObject, schema: Json | undefined, seen: Set<Json>): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  const reference = getString(schema, "$ref");
  const target = reference === undefined ? undefined : resolveReference(document, reference)?.value;
  if (schema["contentEncoding"] === "base64" || holdsBytes(document, target, seen)) return true;
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((name) => getList(schema, name));
  return [...branches, ...innerSchemas(schema).map(([, inner]) => inner)].some((inner) => holdsBytes(document, inner, seen));
}

function* find(
  document: JsonObject,
  schema: Json | undefined,
  place: BytesPlace,
  above: ReadonlySet<Json>,
): Generator<BytesPlace> {
  // A recursive schema would have endless places: binary data inside the recursion is read as it came.
  if (!isObject(schema) || above.has(schema)) return;
  const seen = new Set(above).add(schema);
  const reference = getString(schema, "$ref");
  if (reference !== undefined) return yield* find(document, resolveReference(document, reference)?.value, place, seen);
  if (schema["contentEncoding"] === "base64") yield place;
  for (const branch of ["allOf", "anyOf", "oneOf"].flatMap((name) => getList(schema, name)))
    yield* find(document, branch, place, seen);
  for (const [step, inner] of innerSchemas(schema)) yield* find(document, inner, [...place, step], seen);
}

function innerSchemas(schema: JsonObject): (readonly [BytesStep, Json | undefined])[] {
  const named = getObject(schema, "properties");
  const items = get(schema, "items");
  const tuple = isList(items) ? items.map((item, index) => [index, item] as const) : [];
  const each: readonly [BytesStep, Json | undefined] = [{ each: "item" }, isList(items) ? undefined : items];
  const others: readonly [BytesStep, Json | undefined] = [{ others: Object.keys(named) }, get(schema, "additionalProperties")];
  return [...Object.entries(named), ...tuple, each, others];
}
