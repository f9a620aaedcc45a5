import { escapeStep } from "@wirepact/runtime";
import { newerSchemasIn } from "../dialect/newerKeywords.ts";
import { get, getObject, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { decodeReference, valueAt } from "../reference.ts";
import { isDialect2020, isDraft2020 } from "../schemaFormat.ts";

/** Where a schema may stand that names its dialect, and where the schema itself is: there, or in a wrapper with its format. */
export interface NewerSchema {
  readonly holder: string;
  readonly pointer: string;
}

/**
 * The schemas of a document that are JSON Schema 2020-12: by a wrapper with their format, by their own `$schema`, or, from a file
 * that says neither, by what refers to them.
 */
export function newerSchemas(document: JsonObject, isOfOtherFile: (pointer: string) => boolean): NewerSchema[] {
  const found = new Map<string, NewerSchema>();
  for (const holder of holders(document)) {
    const schema = newerAt(document, holder);
    if (schema !== undefined) found.set(holder, schema);
  }
  for (const { pointer } of found.values()) {
    for (const holder of referredTo(valueAt(document, pointer) ?? true)) {
      if (found.has(holder) || !isOfOtherFile(holder) || saysItsDialect(valueAt(document, holder))) continue;
      found.set(holder, { holder, pointer: holder });
    }
  }
  return [...found.values()];
}

function newerAt(document: JsonObject, holder: string): NewerSchema | undefined {
  const value = valueAt(document, holder);
  const format = getString(value, "schemaFormat");
  if (format !== undefined && get(value, "schema") !== undefined)
    return isDraft2020(format) ? { holder, pointer: `${holder}/schema` } : undefined;
  return isDialect2020(getString(value, "$schema") ?? "") ? { holder, pointer: holder } : undefined;
}

function saysItsDialect(value: Json | undefined): boolean {
  return get(value, "schemaFormat") !== undefined || get(value, "$schema") !== undefined;
}

/** Pointers to the named schemas and the payloads of a document. Frames have no headers: those of a message are refused anyway. */
function* holders(document: JsonObject): Generator<string> {
  const components = getObject(document, "components");
  yield* keysOf(components, "schemas", "/components");
  yield* payloads(components, "/components");
  for (const [holder, pointer] of [
    [document, ""],
    [components, "/components"],
  ] as const) {
    for (const [name, channel] of Object.entries(getObject(holder, "channels")))
      if (isObject(channel)) yield* payloads(channel, `${pointer}/channels/${escapeStep(name)}`);
  }
}

function* payloads(holder: JsonObject, pointer: string): Generator<string> {
  for (const message of keysOf(holder, "messages", pointer)) yield `${message}/payload`;
}

function keysOf(holder: JsonObject, key: string, pointer: string): string[] {
  return Object.keys(getObject(holder, key)).map((name) => `${pointer}/${key}/${escapeStep(name)}`);
}

function* referredTo(schema: Json): Generator<string> {
  for (const [inner] of newerSchemasIn(schema, "")) {
    const pointer = decodeReference(getString(inner, "$ref") ?? "");
    if (pointer !== undefined) yield pointer;
  }
}
