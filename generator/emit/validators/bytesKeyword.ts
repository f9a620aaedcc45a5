import { _, type CodeKeywordDefinition } from "ajv";

/**
 * Binary data: a Uint8Array, or base64 where the frame came as JSON. Then the validator is called with the runtime's JsonBytes
 * as its `this`, which notes the place.
 */
export const bytesKeyword: CodeKeywordDefinition = {
  keyword: "bytes",
  schemaType: "boolean",
  error: { message: "must be bytes (base64 in JSON)" },
  code(cxt) {
    const { parentData, parentDataProperty } = cxt.it;
    const isBase64 = _`this?.isBytes?.(${cxt.data}, ${parentData}, ${parentDataProperty})`;
    cxt.pass(_`${cxt.data} instanceof Uint8Array || ${isBase64}`);
  },
};
