import { areUnique, isMultiple, isPlainObject } from "@wirepact/runtime/codegen-v1";
import { _, type CodeKeywordDefinition, type KeywordCxt, type Name } from "ajv";
import { _Code } from "ajv/dist/compile/codegen/code.js";

/** Keywords about values that ajv judges too kindly, too slowly or not exactly: each asks a function of the runtime. */
export const valueKeywords: readonly CodeKeywordDefinition[] = [
  {
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    error: { message: "must not have an item twice" },
    code(cxt) {
      if (cxt.schema === true) cxt.pass(_`${use(cxt, "areUnique", areUnique)}(${cxt.data})`);
    },
  },
  {
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    error: { message: ({ schema }) => _`"must be a multiple of " + ${schema}` },
    code: (cxt) => cxt.pass(_`${use(cxt, "isMultiple", isMultiple)}(${cxt.data}, ${cxt.schema})`),
  },
];

/** Beside the type `object`: to ajv, bytes and dates are objects too. */
export const plainKeyword: CodeKeywordDefinition = {
  keyword: "plain",
  type: "object",
  schemaType: "boolean",
  error: { message: "must be object" },
  code: (cxt) => cxt.pass(_`${use(cxt, "isPlainObject", isPlainObject)}(${cxt.data})`),
};

function use({ gen }: KeywordCxt, name: string, ref: (...values: never[]) => boolean): Name {
  return gen.scopeValue("func", { ref, code: new _Code(name) });
}
