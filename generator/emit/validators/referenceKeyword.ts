import { _, type CodeKeywordDefinition, type Name } from "ajv";
import { _Code, nil } from "ajv/dist/compile/codegen/code.js";
import names from "ajv/dist/compile/names.js";
import { callValidateCode } from "ajv/dist/vocabularies/code.js";

/** A named schema: a call to its own validator, which stands in a module of its own. */
export const referenceKeyword: CodeKeywordDefinition = {
  keyword: "reference",
  schemaType: "string",
  code(cxt) {
    const { gen } = cxt;
    const { vErrors, errors }: { vErrors: Name; errors: Name } = names.default;
    const validate = new _Code(String(cxt.schema));
    cxt.result(callValidateCode(cxt, validate, nil), undefined, () => {
      gen.assign(vErrors, _`${vErrors} === null ? ${validate}.errors : ${vErrors}.concat(${validate}.errors)`);
      gen.assign(errors, _`${vErrors}.length`);
    });
  },
};
