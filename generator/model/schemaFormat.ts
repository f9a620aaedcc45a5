import { type Findings, quote } from "../diagnostics.ts";
import { get, getString, type Json } from "../json.ts";
import { isDraft07 } from "../schemaFormat.ts";
import type { FramedMessage } from "./readMessage.ts";

/** Finds payloads in a schema language that validators are not made from; whether it is one that they are. */
export function checkSchemaFormat({ value, pointer, payloadPointer }: FramedMessage, findings: Findings): boolean {
  return !payloadPointer.endsWith("/schema") || isReadable(get(value, "payload"), `${pointer}/payload`, findings);
}

/** Finds named schemas in another schema language; whether the schema is one that validators are made from. */
export function checkNamedFormat(schema: Json, pointer: string, findings: Findings): boolean {
  const isWrapped = getString(schema, "schemaFormat") !== undefined && get(schema, "schema") !== undefined;
  return !isWrapped || isReadable(schema, pointer, findings);
}

function isReadable(wrapper: Json | undefined, pointer: string, findings: Findings): boolean {
  const format = getString(wrapper, "schemaFormat") ?? "";
  if (isDraft07(format)) return true;
  const text = `schemas must be JSON Schema draft-07 or 2020-12, not ${quote(format)}; translate the schema`;
  findings.error(`${pointer}/schemaFormat`, "unsupported-schema", text);
  return false;
}
