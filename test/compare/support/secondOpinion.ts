import { formats } from "@wirepact/runtime";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../../../generator/json.ts";

/** Whether a schema of a document admits a value. */
export type Opinion = (schema: Json, value: Json) => boolean;

/** Which JSON Schema the opinion is of. */
export type Dialect = "draft-07" | "2020-12";

/**
 * A second opinion: plain ajv over the document's own schemas, with nothing of the generator in between. With `allErrors`, since
 * without it ajv takes `[]` for a tuple that must contain something. Bytes are told by a test of their own: ajv knows none.
 */
export function secondOpinion(document: JsonObject, dialect: Dialect = "draft-07"): Opinion {
  const options = { strict: false, validateSchema: false, allErrors: true, ownProperties: true, logger: false, formats } as const;
  const ajv = dialect === "2020-12" ? new Ajv2020(options) : new Ajv(options);
  ajv.removeKeyword("contentEncoding").addKeyword({
    keyword: "contentEncoding",
    validate: (_: unknown, value: unknown) => typeof value !== "string" || isBase64(value),
  });
  const compiled = new Map<string, (value: Json) => boolean>();
  return (schema, value) => {
    const text = JSON.stringify(schema);
    const validate = compiled.get(text) ?? ajv.compile({ ...document, allOf: [schema] });
    compiled.set(text, validate);
    return validate(value);
  };
}

function isBase64(text: string): boolean {
  return Buffer.from(text, "base64").toString("base64") === text;
}
