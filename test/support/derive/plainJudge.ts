import { formats } from "@wirepact/runtime";
import { Ajv, type ValidateFunction } from "ajv";
import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";

/** Whether a schema admits a value. */
export type Judge = (schema: Json, value: unknown) => boolean;

/** A second opinion: plain ajv over the document's own schemas, with nothing of the generator in between. */
export function createPlainJudge(document: JsonObject): Judge {
  const ajv = new Ajv({ strict: false, validateSchema: false, addUsedSchema: false, logger: false, formats });
  const compiled = new Map<Json, ValidateFunction>();
  const components = document["components"] ?? {};
  return (schema, value) => {
    if (!isObject(schema)) return schema !== false;
    const validate = compiled.get(schema) ?? ajv.compile({ allOf: [schema], components });
    compiled.set(schema, validate);
    return validate(value);
  };
}
