import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unreadKeyword } from "../../generator/compare/schema/comparable.ts";
import { getObject, type Json, type JsonObject } from "../../generator/json.ts";
import { inDraft7 } from "../../generator/load/inDraft7.ts";
import { closedSchemas, newerSchemas, objects, values } from "./newerSchemas.ts";
import { admits } from "./ownReading.ts";

const OPTIONS = { strict: false, validateSchema: false, logger: false, ownProperties: true, allErrors: true } as const;

/** Whether a value passes; undefined where that does not come to an end. */
type Opinion = (value: Json) => boolean | undefined;

/** What draft-07 says of a schema that was translated; undefined where something could not be said in it. */
function translated(schema: JsonObject): Opinion | undefined {
  const Said = { schemaFormat: "application/schema+json;version=draft-2020-12", schema };
  const { document, findings } = inDraft7({ components: { schemas: { Said } } }, () => false);
  expect(findings).toEqual([]);
  const schemas = getObject(getObject(document, "components"), "schemas");
  if (Object.values(schemas).some((one) => unreadKeyword(one) !== undefined)) return undefined;
  return opinion(new Ajv(OPTIONS), { ...document, allOf: [{ $ref: "#/components/schemas/Said" }] });
}

function opinion(ajv: Ajv, schema: JsonObject): Opinion | undefined {
  const admits = unlessLost(() => ajv.compile(schema));
  return admits && ((value) => unlessLost(() => admits(value) === true));
}

/** Schemas that do not change: in rare company ajv is mistaken about what was evaluated, see ownReading.ts. */
const SEED = { seed: 2020 };

/** Holds the two opinions of some schemas against each other; of how many there were both. */
function compare(
  schemas: fc.Arbitrary<JsonObject>,
  values: fc.Arbitrary<Json>,
  other: (schema: JsonObject) => Opinion | undefined,
  seed = {},
): number {
  let compared = 0;
  fc.assert(
    fc.property(schemas, fc.array(values, { minLength: 20, maxLength: 20 }), (schema, all) => {
      const [before, after] = [other(schema), translated(schema)];
      if (before === undefined || after === undefined) return;
      compared++;
      for (const value of all) {
        const admitted = before(value);
        if (admitted !== undefined) expect(after(value), JSON.stringify(value)).toBe(admitted);
      }
    }),
    { numRuns: 400, ...seed },
  );
  return compared;
}

// Whatever cannot be said in draft-07 is left out; most can.
describe("a translated schema admits", () => {
  test("what ajv's 2020-12 admits, whatever the schema and the value", () => {
    expect(compare(newerSchemas, values, (schema) => opinion(new Ajv2020(OPTIONS), schema), SEED)).toBeGreaterThan(200);
  });

  test("what closed alternatives and conditions admit by the specification", () => {
    expect(compare(closedSchemas, objects, (schema) => (value) => admits(schema, value))).toBeGreaterThan(200);
  });
});

/** What is made, unless a schema is nothing but itself (such are refused elsewhere), or ajv loses track of what it evaluated. */
function unlessLost<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError || isTheirs(error)) return undefined;
    throw error;
  }
}

/** ajv's code for what is evaluated reads, in rare company, what it never declared. */
function isTheirs(error: unknown): boolean {
  return error instanceof Error && /^(Cannot set properties of undefined|\w+ is not defined$)/.test(error.message);
}
