import { _, type CodeKeywordDefinition } from "ajv";
import { not } from "ajv/dist/compile/codegen/index.js";

/** ajv's own, except that all branches are tried where the properties that they know are asked for. */
export const anyOfKeyword: CodeKeywordDefinition = {
  keyword: "anyOf",
  schemaType: "array",
  trackErrors: true,
  error: { message: "must match a schema in anyOf", params: ({ schema }) => _`{branches: ${schema.length}}` },
  code(cxt) {
    const { gen } = cxt;
    const branches: readonly (object | boolean)[] = cxt.schema;
    const valid = gen.let("valid", false);
    for (const [index, schema] of branches.entries()) {
      gen.if(typeof schema === "object" && "attempt" in schema ? _`${not(valid)} || this?.know` : not(valid), () => {
        const branch = gen.name("_valid");
        cxt.subschema({ keyword: "anyOf", schemaProp: index, compositeRule: true }, branch);
        gen.if(branch, () => gen.assign(valid, true));
      });
    }
    cxt.result(
      valid,
      () => cxt.reset(),
      () => cxt.error(true),
    );
  },
};
