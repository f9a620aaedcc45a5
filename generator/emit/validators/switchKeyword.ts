import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name } from "ajv";
import { getProperty, or } from "ajv/dist/compile/codegen/index.js";
import type { Switch } from "./detectSwitch.ts";

/** A discriminated union: one property says which branch applies, and only that branch is tried. */
export const switchKeyword: CodeKeywordDefinition = {
  keyword: "switch",
  schemaType: "array",
  type: "object",
  error: {
    message: "must be one of the known values",
    params: ({ params }) => _`{discriminator: ${params["property"]}, allowedValues: ${params["allowed"]}}`,
  },
  code(cxt) {
    const { gen, data, parentSchema } = cxt;
    const { property, values }: Switch = parentSchema["switchOn"];
    const tag = gen.const("tag", _`${data}${getProperty(property)}`);
    const valid = gen.let("valid", false);
    gen.if(false);
    for (const [index, list] of values.entries()) {
      gen.elseIf(or(...list.map((value) => _`${tag} === ${value}`)));
      gen.assign(valid, applyBranch(cxt, index));
    }
    gen.else();
    cxt.error(false, { property: _`${property}`, allowed: printList(values.flat()) });
    gen.endIf();
    cxt.ok(valid);
  },
};

function applyBranch(cxt: KeywordCxt, index: number): Name {
  const valid = cxt.gen.name("valid");
  cxt.subschema({ keyword: "switch", schemaProp: index }, valid);
  return valid;
}

function printList(values: readonly string[]): Code {
  const [first = "", ...rest] = values;
  return _`[${rest.reduce((before, value) => _`${before}, ${value}`, _`${first}`)}]`;
}
