import { formats } from "@wirepact/runtime";
import { Ajv } from "ajv";
import type { Json, JsonObject } from "../../../generator/json.ts";

/** Whether a schema of a document admits a value. */
export type Opinion = (schema: Json, value: Json) => boolean;

/**
 * A second opinion: plain ajv over the document's own schemas, with nothing of the generator in between. With `allErrors`, since
 * without it ajv takes `[]` for a tuple that must contain something.
 */
export function secondOpinion(document: JsonObject): Opinion {
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, ownProperties: true, logger: false, formats });
  const compiled = new Map<string, (value: Json) => boolean>();
  return (schema, value) => {
    const text = JSON.stringify(schema);
    const validate = compiled.get(text) ?? ajv.compile({ ...document, allOf: [schema] });
    compiled.set(text, validate);
    return validate(value);
  };
}
