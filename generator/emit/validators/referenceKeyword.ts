import { _, type CodeKeywordDefinition } from "ajv";
import { _Code } from "ajv/dist/compile/codegen/code.js";
import { callValidateCode } from "ajv/dist/vocabularies/code.js";
import { errors, vErrors } from "./ajvNames.ts";

/** Errors taken from one call: at least one, so that none passes for valid, and not so many that a deep value makes a long list. */
const ENOUGH = 20;

/** A named schema: a call to its own validator, which stands in a module of its own. */
export const referenceKeyword: CodeKeywordDefinition = {
  keyword: "reference",
  schemaType: "string",
  code(cxt) {
    const { gen } = cxt;
    const validate = new _Code(String(cxt.schema));
    // Whoever asks for more than a verdict is handed on: see the runtime's JsonBytes and KnownProperties.
    cxt.result(callValidateCode(cxt, validate, _`this`), undefined, () => {
      const some = _`${vErrors}.concat(${validate}.errors.slice(0, ${vErrors}.length < ${ENOUGH} ? ${ENOUGH} : 1))`;
      gen.assign(vErrors, _`${vErrors} === null ? ${validate}.errors.slice(0, ${ENOUGH}) : ${some}`);
      gen.assign(errors, _`${vErrors}.length`);
    });
  },
};
