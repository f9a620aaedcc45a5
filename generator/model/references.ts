import { pointerSteps } from "@wirepact/runtime";
import { getString, type Json } from "../json.ts";
import { decodeReference } from "../reference.ts";
import { schemasIn } from "./subschemas.ts";

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
  for (const inner of schemasIn(schema)) {
    const reference = getString(inner, "$ref");
    if (reference !== undefined) yield reference;
  }
}
