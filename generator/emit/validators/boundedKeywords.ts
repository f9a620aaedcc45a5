import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name } from "ajv";
import { not, or } from "ajv/dist/compile/codegen/index.js";
import { Type } from "ajv/dist/compile/util.js";
import { usePattern } from "ajv/dist/vocabularies/code.js";
import { errors } from "./ajvNames.ts";

/** A loop over a peer's list or map stops once it has added this many errors, so that their number never depends on the peer. */
const ENOUGH = 20;

/** ajv's loops, bounded. Each means what the keyword of that name means in JSON Schema. */
export const boundedKeywords: readonly CodeKeywordDefinition[] = [
  {
    keyword: "items",
    type: "array",
    schemaType: ["object", "array", "boolean"],
    before: "uniqueItems",
    trackErrors: true,
    code: (cxt) => (Array.isArray(cxt.schema) ? eachPlace(cxt) : eachItem(cxt, 0)),
  },
  {
    keyword: "additionalItems",
    type: "array",
    schemaType: ["object", "boolean"],
    before: "uniqueItems",
    trackErrors: true,
    error: { message: ({ params }) => _`"must not have more than " + ${params["length"]} + " items"` },
    code(cxt) {
      const { items } = cxt.parentSchema;
      if (!Array.isArray(items)) return;
      cxt.setParams({ length: items.length });
      if (cxt.schema === false) cxt.pass(_`${cxt.data}.length <= ${items.length}`);
      else eachItem(cxt, items.length);
    },
  },
  {
    keyword: "additionalProperties",
    type: "object",
    schemaType: ["boolean", "object"],
    trackErrors: true,
    error: {
      message: "must not be present: the object is closed",
      params: ({ params }) => _`{additionalProperty: ${params["key"]}}`,
    },
    code(cxt) {
      if (cxt.schema === true) return;
      eachKey(cxt, (key) => cxt.gen.if(isOther(cxt, key), () => otherProperty(cxt, key)));
    },
  },
  {
    keyword: "patternProperties",
    type: "object",
    schemaType: "object",
    trackErrors: true,
    code(cxt) {
      const patterns = Object.keys(cxt.schema);
      eachKey(cxt, (key) => {
        for (const pattern of patterns) {
          const apply = () =>
            void cxt.subschema(
              { keyword: "patternProperties", schemaProp: pattern, dataProp: key, dataPropType: Type.Str },
              cxt.gen.name("valid"),
            );
          cxt.gen.if(_`${usePattern(cxt, pattern)}.test(${key})`, apply);
        }
      });
    },
  },
  {
    keyword: "propertyNames",
    type: "object",
    schemaType: ["object", "boolean"],
    trackErrors: true,
    error: { message: "must have an allowed name", params: ({ params }) => _`{propertyName: ${params["key"]}}` },
    code(cxt) {
      eachKey(cxt, (key) => {
        const valid = cxt.gen.name("valid");
        cxt.setParams({ key });
        cxt.subschema(
          { keyword: "propertyNames", data: key, dataTypes: ["string"], propertyName: key, compositeRule: true },
          valid,
        );
        cxt.gen.if(not(valid), () => cxt.error(true));
      });
    },
  },
  {
    keyword: "contains",
    type: "array",
    schemaType: ["object", "boolean"],
    before: "uniqueItems",
    trackErrors: true,
    error: { message: "must contain an item of the described kind" },
    code(cxt) {
      const { gen, data } = cxt;
      const found = gen.let("found", false);
      gen.forRange("i", 0, _`${data}.length`, (index) => {
        const valid = gen.name("valid");
        cxt.subschema(
          { keyword: "contains", dataProp: index, dataPropType: Type.Num, compositeRule: true, allErrors: false },
          valid,
        );
        // What is wrong with an item is no error: another item may do.
        cxt.reset();
        gen.if(valid, () => gen.assign(found, true).break());
      });
      cxt.pass(found);
    },
  },
];

/** ajv's own takes a list without items for one that fails where a later keyword asks. */
function eachPlace(cxt: KeywordCxt): void {
  const { gen, schema, data, keyword } = cxt;
  const length = gen.const("len", _`${data}.length`);
  for (const place of schema.keys()) {
    gen.if(_`${length} > ${place}`, () => void cxt.subschema({ keyword, schemaProp: place, dataProp: place }, gen.name("valid")));
    settle(cxt);
  }
}

function eachItem(cxt: KeywordCxt, from: number): void {
  const { gen, data, keyword } = cxt;
  const length = gen.const("len", _`${data}.length`);
  gen.forRange("i", from, length, (index) => {
    cxt.subschema({ keyword, dataProp: index, dataPropType: Type.Num }, gen.name("valid"));
    stopWhenEnough(cxt);
  });
  settle(cxt);
}

function eachKey(cxt: KeywordCxt, check: (key: Name) => void): void {
  cxt.gen.forIn("key", cxt.data, (key) => {
    check(key);
    stopWhenEnough(cxt);
  });
  settle(cxt);
}

function otherProperty(cxt: KeywordCxt, key: Name): void {
  if (cxt.schema !== false) {
    cxt.subschema({ keyword: "additionalProperties", dataProp: key, dataPropType: Type.Str }, cxt.gen.name("valid"));
    return;
  }
  cxt.setParams({ key });
  cxt.error(true);
}

function isOther(cxt: KeywordCxt, key: Name): Code {
  const { properties = {}, patternProperties = {} } = cxt.parentSchema;
  const named = Object.keys(properties).map((property) => _`${key} === ${property}`);
  const matched = Object.keys(patternProperties).map((pattern) => _`${usePattern(cxt, pattern)}.test(${key})`);
  return named.length + matched.length === 0 ? _`true` : not(or(...named, ...matched));
}

function stopWhenEnough(cxt: KeywordCxt): void {
  const limit = cxt.it.allErrors ? ENOUGH : 1;
  cxt.gen.if(_`${errors} - ${cxt.errsCount} >= ${limit}`, () => cxt.gen.break());
}

function settle(cxt: KeywordCxt): void {
  cxt.ok(_`${cxt.errsCount} === ${errors}`);
}
