import { _, type CodeKeywordDefinition, stringify } from "ajv";
import { usePattern } from "ajv/dist/vocabularies/code.js";

/**
 * The properties that a schema describes; true where it lets objects have any. Nothing is checked here: a validator that is called
 * with the runtime's KnownProperties as its `this` tells it what it knows of an object, in whichever branches held.
 */
export const knownKeyword: CodeKeywordDefinition = {
  keyword: "known",
  type: "object",
  schemaType: ["array", "boolean"],
  code(cxt) {
    const { gen, data, schema } = cxt;
    if (schema === true) {
      gen.code(_`this?.open?.(${data})`);
      return;
    }
    const patterns = Object.keys(cxt.parentSchema["patternProperties"] ?? {}).map((pattern) => usePattern(cxt, pattern));
    const names = gen.scopeValue("obj", { ref: schema, code: _`${stringify(schema)}` });
    const tests = patterns.reduce((list, pattern) => _`${list}, ${pattern}`, _``);
    gen.code(patterns.length === 0 ? _`this?.know?.(${data}, ${names})` : _`this?.know?.(${data}, ${names}${tests})`);
  },
};
