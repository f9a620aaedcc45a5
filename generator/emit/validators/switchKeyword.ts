import { _, type CodeKeywordDefinition, type Name } from "ajv";
import { getProperty, or } from "ajv/dist/compile/codegen/index.js";
import type { Switch } from "./detectSwitch.ts";

/** A discriminated union: one property says which branch applies, and only that branch is tried. */
export const switchKeyword: CodeKeywordDefinition = {
  keyword: "switch",
  schemaType: "array",
  type: "object",
  error: {
    message: "must be one of the known values",
    params: ({ params }) => _`{allowedValues: ${params["allowed"]}}`,
  },
  code(cxt) {
    const { gen, data, parentSchema } = cxt;
    const { property, values }: Switch = parentSchema["switchOn"];
    const tag = gen.const("tag", _`${data}${getProperty(property)}`);
    const valid = gen.let("valid", false);
    gen.if(false);
    values.forEach((list, index) => {
      gen.elseIf(or(...list.map((value) => _`${tag} === ${value}`)));
      gen.assign(valid, apply(index));
    });
    gen.else();
    cxt.error(
      false,
      { allowed: list(values.flat()) },
      { instancePath: _`${`/${property.replaceAll("~", "~0").replaceAll("/", "~1")}`}` },
    );
    gen.endIf();
    cxt.ok(valid);

    function apply(index: number): Name {
      const inner = gen.name("valid");
      cxt.subschema({ keyword: "switch", schemaProp: index }, inner);
      return inner;
    }
  },
};

function list(values: readonly string[]) {
  const [first, ...rest] = values;
  return _`[${rest.reduce((before, value) => _`${before}, ${value}`, _`${first ?? ""}`)}]`;
}
