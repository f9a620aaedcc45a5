import { Type } from "typebox";
import { expect, test } from "vitest";
import { HoistedSchemas } from "../../generator/define/print/hoistedSchemas.ts";
import { named } from "../../generator/define/schema.ts";

const printed = (schema: object) => new HoistedSchemas().toJson(schema, "");
const number = { type: "number" };

test("a record of every name is an object of which every property is described", () => {
  const record = Type.Record(Type.String(), Type.Number(), { description: "Counts.", minProperties: 1 });
  expect(printed(record)).toEqual({ type: "object", additionalProperties: number, description: "Counts.", minProperties: 1 });
  expect(printed(Type.Record(Type.String(), Type.Number(), { additionalProperties: false }))).toEqual({
    type: "object",
    additionalProperties: number,
  });
});

test("what a record holds keeps its name", () => {
  const record = Type.Record(Type.String(), named("Count", Type.Number()));
  expect(printed(record)).toEqual({ type: "object", additionalProperties: { $ref: "#/components/schemas/Count" } });
});

test("a record of other names keeps its pattern", () => {
  const record = Type.Record(Type.TemplateLiteral([Type.Literal("x-"), Type.String()]), Type.Number());
  expect(printed(record)).toEqual({ type: "object", patternProperties: { "^x-.*$": number } });
  const open = Type.Record(Type.String(), Type.Number(), { additionalProperties: true });
  expect(printed(open)).toEqual({ type: "object", patternProperties: { "^.*$": number }, additionalProperties: true });
});
