import { areUnique, codePointLength, isMultiple, isPlainObject } from "@wirepact/runtime/codegen-v1";
import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name, nil, str } from "ajv";
import { _Code } from "ajv/dist/compile/codegen/code.js";
import { usePattern } from "ajv/dist/vocabularies/code.js";

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
  {
    // What is too long is refused for that alone: the work of a pattern may grow faster than the text.
    keyword: "pattern",
    type: "string",
    schemaType: "string",
    error: { message: ({ schema }) => str`must match pattern "${schema}"`, params: ({ schema }) => _`{pattern: ${schema}}` },
    code: (cxt) => cxt.pass(_`${isTooLong(cxt)}${usePattern(cxt, cxt.schema)}.test(${cxt.data})`),
  },
];

/** The beginning of a condition that holds where the text is longer than the schema admits; nothing where it admits any length. */
function isTooLong(cxt: KeywordCxt): Code {
  const { data } = cxt;
  const limit: unknown = cxt.parentSchema["maxLength"];
  if (typeof limit !== "number") return nil;
  const length = _`${use(cxt, "codePointLength", codePointLength)}(${data})`;
  return _`${data}.length > ${limit} && ${length} > ${limit} || `;
}

/** Beside the type `object`: to ajv, bytes and dates are objects too. */
export const plainKeyword: CodeKeywordDefinition = {
  keyword: "plain",
  type: "object",
  schemaType: "boolean",
  error: { message: "must be object" },
  code: (cxt) => cxt.pass(_`${use(cxt, "isPlainObject", isPlainObject)}(${cxt.data})`),
};

function use({ gen }: KeywordCxt, name: string, ref: (...values: never[]) => unknown): Name {
  return gen.scopeValue("func", { ref, code: new _Code(name) });
}
