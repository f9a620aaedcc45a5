import { _, type CodeKeywordDefinition } from "ajv";
import { not } from "ajv/dist/compile/codegen/index.js";

/** A schema that may turn out not to hold, such as a branch of a union: what it took for bytes until then is forgotten. */
export const attemptKeyword: CodeKeywordDefinition = {
  keyword: "attempt",
  schemaType: ["object", "boolean"],
  code(cxt) {
    const { gen } = cxt;
    const mark = gen.const("mark", _`this?.mark`);
    const valid = gen.name("valid");
    cxt.subschema({ keyword: "attempt" }, valid);
    gen.if(not(valid), () => gen.code(_`this?.undo?.(${mark})`));
    cxt.ok(valid);
  },
};
