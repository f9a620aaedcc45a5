import { pointerSteps } from "@wirepact/runtime";
import { getString, isObject, type Json } from "../json.ts";
import { decodeReference } from "../reference.ts";
import { keywords } from "./keywords.ts";
import { subschemas } from "./subschemas.ts";

export { follow, resolveReference } from "../reference.ts";

/** Where named schemas stand. */
export const SCHEMAS = "#/components/schemas/";

/** What a referenced schema is called: its key in `components.schemas`, or its JSON Pointer where it stands elsewhere; undefined outside the document. */
export function definitionName(reference: string): string | undefined {
  const pointer = decodeReference(reference);
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
