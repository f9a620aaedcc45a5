import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name, stringify } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";
import type { Switch } from "../../model/unionSwitch.ts";

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
    const known = gen.let("known", false);
    // One after the other, not one inside the other: a union may have thousands of branches.
    for (const [index, list] of values.entries()) {
      gen.if(isOneOf(tag, list), () => {
        gen.assign(known, true);
        gen.assign(valid, applyBranch(cxt, index));
      });
    }
    gen.if(_`!${known}`, () => cxt.error(false, { property: _`${property}`, allowed: printList(values.flat()) }));
    cxt.ok(valid);
  },
};

function isOneOf(tag: Name, values: readonly string[]): Code {
  return values.length === 1 ? _`${tag} === ${values[0] ?? ""}` : _`${printList(values)}.includes(${tag})`;
}

function applyBranch(cxt: KeywordCxt, index: number): Name {
  const valid = cxt.gen.name("valid");
  cxt.subschema({ keyword: "switch", schemaProp: index }, valid);
  return valid;
}

function printList(values: readonly string[]): Code {
  // ajv's own quoting of texts.
  return _`${stringify(values)}`;
}
