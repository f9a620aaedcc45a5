import type { Findings } from "../diagnostics.ts";
import { get, getList, getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { isBytes } from "./bytesHolders.ts";
import { readEncodings } from "./encodings.ts";
import { follow } from "./references.ts";

/** Finds unions in which a string of JSON could be text as well as binary data: nobody could say which it is. */
export function checkBytes(document: JsonObject, schema: JsonObject, pointer: string, findings: Findings): void {
  if (readEncodings(document).text === null) return;
  for (const union of ["anyOf", "oneOf"]) {
    const kinds = getList(schema, union).map((branch) => stringsOf(document, branch, new Set()));
    if (!kinds.some(({ bytes }) => bytes) || !kinds.some(({ text }) => text)) continue;
    const text =
      "text and binary data may stand here, and JSON carries both as strings; wrap one of them in an object, or let frames be MessagePack alone";
    findings.error(`${pointer}/${union}`, "ambiguous-bytes", text);
  }
}

/** What a string of JSON may be to a schema. */
interface Strings {
  readonly bytes: boolean;
  readonly text: boolean;
}

function stringsOf(document: JsonObject, schema: Json, seen: Set<Json>): Strings {
  const target = follow(document, schema, "")?.value ?? true;
  if (isBytes(target)) return { bytes: true, text: false };
  if (!isObject(target) || seen.has(target)) return { bytes: false, text: target === true };
  seen.add(target);
  const inner = ["allOf", "anyOf", "oneOf"].flatMap((name) => getList(target, name));
  if (inner.length === 0) return { bytes: false, text: admitsText(target) };
  const kinds = inner.map((branch) => stringsOf(document, branch, seen));
  const isOther = get(target, "type") !== undefined && !admitsText(target);
  return { bytes: kinds.some(({ bytes }) => bytes), text: !isOther && kinds.some(({ text }) => text) };
}

function admitsText(schema: JsonObject): boolean {
  const type = get(schema, "type");
  if (isList(type)) return getStrings(schema, "type").includes("string");
  if (type !== undefined) return type === "string";
  if ("const" in schema) return typeof schema["const"] === "string";
  return getList(schema, "enum").length === 0 || getStrings(schema, "enum").length > 0;
}
