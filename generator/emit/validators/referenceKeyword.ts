import { _, type CodeKeywordDefinition } from "ajv";
import { _Code, nil } from "ajv/dist/compile/codegen/code.js";
import { callValidateCode } from "ajv/dist/vocabularies/code.js";
import { errors, vErrors } from "./ajvNames.ts";

/** A named schema: a call to its own validator, which stands in a module of its own. */
export const referenceKeyword: CodeKeywordDefinition = {
  keyword: "reference",
  schemaType: "string",
  code(cxt) {
    const { gen } = cxt;
    const validate = new _Code(String(cxt.schema));
    cxt.result(callValidateCode(cxt, validate, nil), undefined, () => {
      gen.assign(vErrors, _`${vErrors} === null ? ${validate}.errors : ${vErrors}.concat(${validate}.errors)`);
      gen.assign(errors, _`${vErrors}.length`);
    });
  },
};
