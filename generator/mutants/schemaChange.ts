import { isObject, type Json, type JsonObject } from "../json.ts";
import { keywords } from "../model/keywords.ts";
import type { SchemaPlace } from "./schemaPlaces.ts";

/** One way to change a schema. */
export interface SchemaChange {
  /** The place inside it, as a JSON Pointer; the schema itself where it is empty. */
  readonly at: string;
  /** What tells it from another change of this kind and place. */
  readonly what?: string;
  /** What is different then, to be read behind the place's name. */
  readonly text: string;
  readonly schema: Json;
}

/** Changes of one kind. */
export type SchemaKind = (schema: JsonObject, place: SchemaPlace) => readonly SchemaChange[];

/** What validators enforce of a schema, as a text: schemas of one text admit the same. */
export function rulesText(schema: Json): string {
  return JSON.stringify(schema, (name, held: Json) =>
    keywords.get(name)?.annotation === true && !isSchema(held) ? undefined : held,
  );
}

/** A property may be called like an annotation; then it holds a schema. */
function isSchema(held: Json): boolean {
  return isObject(held);
}
