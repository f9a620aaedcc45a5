import { type Findings, quote } from "../diagnostics.ts";
import { get, getString } from "../json.ts";
import type { FramedMessage } from "./readMessage.ts";

/** JSON Schema draft-07, and AsyncAPI's own superset of it. */
const DRAFT_07 = /^application\/(vnd\.aai\.asyncapi(\+json|\+yaml)?;version=|schema\+(json|yaml);version=draft-07$)/;

/** Finds payloads in a schema language that validators are not made from; whether it is one that they are. */
export function checkSchemaFormat({ value, pointer, payloadPointer }: FramedMessage, findings: Findings): boolean {
  if (!payloadPointer.endsWith("/schema")) return true;
  const format = getString(get(value, "payload"), "schemaFormat") ?? "";
  if (DRAFT_07.test(format)) return true;
  const text = `payloads must be JSON Schema draft-07, not ${quote(format)}; translate the schema`;
  findings.error(`${pointer}/payload/schemaFormat`, "unsupported-schema", text);
  return false;
}
