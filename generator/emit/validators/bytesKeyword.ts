import { _, type CodeKeywordDefinition } from "ajv";

/** Binary data: a Uint8Array, which is what MessagePack gives and what the runtime makes of base64 in JSON. */
export const bytesKeyword: CodeKeywordDefinition = {
  keyword: "bytes",
  schemaType: "boolean",
  error: { message: "must be bytes (base64 in JSON)" },
  code: (cxt) => cxt.pass(_`${cxt.data} instanceof Uint8Array`),
};
