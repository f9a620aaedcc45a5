import type { Findings } from "../diagnostics.ts";
import { isList, type JsonObject } from "../json.ts";

/** Finds words of draft-07 that mean nothing in 2020-12, or something else: left as they are, they would be read by draft-07. */
export function checkOlderWords(schema: JsonObject, pointer: string, findings: Findings): void {
  if (isList(schema["items"])) {
    const text = "items must be one schema in JSON Schema 2020-12, not a list; write the list under prefixItems";
    findings.error(`${pointer}/items`, "not-a-schema", text);
  }
  if (!("additionalItems" in schema)) return;
  const text = 'JSON Schema 2020-12 has no "additionalItems"; write the rest of a tuple under items, beside prefixItems';
  findings.error(`${pointer}/additionalItems`, "unenforced-keyword", text);
}
