import { pointerSteps } from "@wirepact/runtime";
import { get, getString, isList, isObject, type Json, type JsonObject } from "../json.ts";

import { keywords } from "./keywords.ts";
import { subschemas } from "./subschemas.ts";

/** Where named schemas stand. */
export const SCHEMAS = "#/components/schemas/";

/** The value that a `$ref` of the document names, and its pointer; undefined where it names nothing. */
export function resolveReference(
  document: JsonObject,
  reference: string,
): { readonly value: Json; readonly pointer: string } | undefined {
  const pointer = decodePointer(reference);
  if (pointer === undefined) return undefined;
  let value: Json | undefined = document;
  for (const step of pointerSteps(pointer)) value = isList(value) ? value[Number(step)] : get(value, step);
  return value === undefined ? undefined : { value, pointer };
}

/** Follows references until something else stands there; undefined where they lead nowhere or in a circle. */
export function follow(
  document: JsonObject,
  value: Json,
  pointer: string,
): { readonly value: Json; readonly pointer: string } | undefined {
  const seen = new Set<string>();
  let here: { readonly value: Json; readonly pointer: string } | undefined = { value, pointer };
  while (here !== undefined) {
    const reference: string | undefined = getString(here.value, "$ref");
    if (reference === undefined) return here;
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    here = resolveReference(document, reference);
  }
  return undefined;
}

/** What a referenced schema is called: its key in `components.schemas`, or its JSON Pointer where it stands elsewhere; undefined outside the document. */
export function definitionName(reference: string): string | undefined {
  const pointer = decodePointer(reference);
  const steps = pointerSteps(pointer ?? "");
  return reference.startsWith(SCHEMAS) && steps.length === 3 ? steps[2] : pointer;
}

/** Every reference inside a schema, in order. */
export function* referencesIn(schema: Json): Generator<string> {
  if (!isObject(schema)) return;
  const reference = getString(schema, "$ref");
  if (reference !== undefined) return yield reference;
  for (const [name, held] of Object.entries(schema)) {
    const keyword = keywords.get(name);
    for (const [, inner] of keyword === undefined ? [] : subschemas(keyword, held)) yield* referencesIn(inner);
  }
}

function decodePointer(reference: string): string | undefined {
  if (!reference.startsWith("#")) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return undefined;
  }
}
