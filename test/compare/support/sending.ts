import type { Sends } from "../../../generator/compare/schema/inclusion.ts";
import { readSchema, sideOf, targetOf } from "../../../generator/compare/schema/side.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { SchemaReaders } from "../../../generator/monitor/schemaReader.ts";
import { type Dialect, secondOpinion } from "./secondOpinion.ts";

/** Whether a sender of a schema sends a value. */
export type Sending = (value: Json) => boolean;

/** What a sender sends: what plain ajv admits, or what the check of its stubs lets out. */
export function sendingOf(document: JsonObject, schema: Json, sends: Sends, dialect?: Dialect): Sending {
  if (sends === "described") {
    const side = sideOf("sender", document);
    const reading = readSchema(side, schema, Infinity);
    if (reading.kind === "problem") throw new TypeError(reading.problem);
    const definitions = new Map(reading.references.map((reference) => [reference, targetOf(side, reference)]));
    const { check } = new SchemaReaders(document).of(reading.root, definitions);
    return (value) => check(value).length === 0;
  }
  const admits = secondOpinion(document, dialect);
  return (value) => admits(schema, value);
}
