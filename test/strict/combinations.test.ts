import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { createFrameChecker } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";

const text: JsonObject = { type: "string" };
const number: JsonObject = { type: "number" };

function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: "object", properties, ...more };
}

/** Places of what a strict check of a value in a message finds; the codes of other issues. */
function unknownIn(schema: Json, value: unknown, schemas: JsonObject = {}): string[] {
  const draft = new Draft();
  for (const [name, one] of Object.entries(schemas)) draft.schemas.set(name, one);
  draft.messages.set("held", messageOf("held", { value: schema }));
  const result = createFrameChecker(contractOf(draft.document())).server({ type: "held", value });
  if (result.ok) return [];
  return result.error.issues.map(({ path, code }) => (code === "unknown-property" ? path.replace("/value", "") : code));
}

describe("a property that no schema knows is refused", () => {
  test("in an object, however deep, and in every item", () => {
    const schema = object({ list: { type: "array", items: object({ a: text }) } });
    expect(unknownIn(schema, { list: [{ a: "x" }, { b: 1 }], c: 2 })).toEqual(["/c", "/list/1/b"]);
  });

  test("but not in an open object, in a map, or in a value of which nothing is said", () => {
    expect(unknownIn(object({ a: text }, { additionalProperties: true }), { b: { c: 1 } })).toEqual([]);
    expect(unknownIn({ type: "object", additionalProperties: object({ a: text }) }, { any: { b: 1 } })).toEqual(["/any/b"]);
    expect(unknownIn({}, { b: { c: 1 } })).toEqual([]);
  });

  test("nor where a pattern knows it", () => {
    const schema = object({ a: text }, { patternProperties: { "^x-": text } });
    expect(unknownIn(schema, { a: "1", "x-b": "2", y: "3" })).toEqual(["/y"]);
  });

  test("named __proto__ too", () => {
    expect(unknownIn(object({ a: text }), JSON.parse('{"a":"1","__proto__":{"b":2}}'))).toEqual(["/__proto__"]);
  });

  test("unless it is undefined, since then it does not travel", () => {
    expect(unknownIn(object({ a: text }), { a: "1", b: undefined })).toEqual([]);
  });
});

describe("schemas of one value know their properties together", () => {
  const base = { Base: object({ id: text }) };

  test("through allOf and references", () => {
    const schema = { allOf: [{ $ref: "#/components/schemas/Base" }, object({ a: text })] };
    expect(unknownIn(schema, { id: "1", a: "2", b: "3" }, base)).toEqual(["/b"]);
  });

  test("of the branches of anyOf those that hold, later ones too", () => {
    const schema = object({ a: text }, { anyOf: [object({ b: text }), object({ c: text }), object({ d: number })] });
    expect(unknownIn(schema, { a: "1", b: "2", c: "3" })).toEqual([]);
    expect(unknownIn(schema, { a: "1", d: "no number" })).toEqual(["/d"]);
  });

  test("of the branches of oneOf the one that holds, and nothing of one that does not", () => {
    const one = object({ a: object({ x: text }) }, { required: ["a"] });
    const other = object({ a: object({ y: number }), b: text }, { required: ["a", "b"] });
    expect(unknownIn({ oneOf: [other, one] }, { a: { x: "1" } })).toEqual([]);
    expect(unknownIn({ oneOf: [other, one] }, { a: { x: "1", y: 2 } })).toEqual(["/a/y"]);
  });

  test("of a discriminated union the branch that the value names", () => {
    const branch = (kind: string, field: string) => object({ kind: { const: kind }, [field]: text }, { required: ["kind"] });
    const schema = { oneOf: [branch("a", "x"), branch("b", "y")] };
    expect(unknownIn(schema, { kind: "a", x: "1" })).toEqual([]);
    expect(unknownIn(schema, { kind: "a", y: "1" })).toEqual(["/y"]);
  });

  test("of if, then and else those that hold", () => {
    const on = object({ kind: { const: "a" } }, { required: ["kind"] });
    const branches = JSON.parse('{"then":{"properties":{"x":{}}},"else":{"properties":{"y":{}}}}');
    const schema = object({ kind: text }, { if: on, ...branches });
    expect(unknownIn(schema, { kind: "a", x: "1" })).toEqual([]);
    expect(unknownIn(schema, { kind: "b", x: "1" })).toEqual(["/x"]);
  });
});

test("what a schema refuses is said first, and an object that contains itself ends", () => {
  expect(unknownIn(object({ a: text }), { a: 1, b: 2 })).toEqual(["type"]);
  const circle: Record<string, unknown> = { b: 1 };
  circle["a"] = circle;
  expect(unknownIn(object({ a: {} }), circle)).toEqual(["/b"]);
});
