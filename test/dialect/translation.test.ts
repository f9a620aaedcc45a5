import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unreadKeyword } from "../../generator/compare/schema/comparable.ts";
import { getObject, type Json, type JsonObject } from "../../generator/json.ts";
import { inDraft7 } from "../../generator/load/inDraft7.ts";
import { newerSchemas, values } from "./newerSchemas.ts";

const OPTIONS = { strict: false, validateSchema: false, logger: false, ownProperties: true, allErrors: true } as const;

/** Whether a value passes: by ajv's own 2020-12 before, where that comes to an end, by draft-07 after. */
interface Opinions {
  readonly before: (value: Json) => boolean | undefined;
  readonly after: (value: Json) => boolean;
}

/** What two validators that know nothing of the translation say; undefined where something could not be said in draft-07. */
function opinions(schema: JsonObject): Opinions | undefined {
  const Said = { schemaFormat: "application/schema+json;version=draft-2020-12", schema };
  const { document, findings } = inDraft7({ components: { schemas: { Said } } }, () => false);
  expect(findings).toEqual([]);
  const schemas = getObject(getObject(document, "components"), "schemas");
  if (Object.values(schemas).some((one) => unreadKeyword(one) !== undefined)) return undefined;
  const before = unlessLost(() => new Ajv2020(OPTIONS).compile(schema));
  const after = unlessLost(() => new Ajv(OPTIONS).compile({ ...document, allOf: [{ $ref: "#/components/schemas/Said" }] }));
  if (before === undefined || after === undefined) return undefined;
  return { before: (value) => unlessLost(() => before(value) === true), after: (value) => after(value) === true };
}

test("a translated schema admits what ajv's 2020-12 admits, whatever the schema and the value", () => {
  let compared = 0;
  fc.assert(
    fc.property(newerSchemas, fc.array(values, { minLength: 20, maxLength: 20 }), (schema, all) => {
      const both = opinions(schema);
      if (both === undefined) return;
      compared++;
      for (const value of all) {
        const admitted = both.before(value);
        if (admitted !== undefined) expect(both.after(value), JSON.stringify(value)).toBe(admitted);
      }
    }),
    { numRuns: 400 },
  );
  // Whatever cannot be said in draft-07 is left out; most can.
  expect(compared).toBeGreaterThan(200);
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
