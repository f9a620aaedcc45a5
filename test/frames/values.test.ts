import { ExtData, encode } from "@msgpack/msgpack";
import { areUnique, isMultiple } from "@wirepact/runtime/codegen-v1";
import { decodeMsgpack } from "@wirepact/runtime/msgpack";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";
import { verdictOf } from "../support/verdict.ts";

function reader(value: JsonObject) {
  const draft = new Draft();
  draft.messages.set("held", messageOf("held", { value }));
  const { server } = createFrameReader(contractOf(draft.document()));
  return (held: unknown) => verdictOf(server({ type: "held", value: held }, "msgpack"));
}

const named = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const opaque: readonly (readonly [string, object])[] = [
  ["bytes", new Uint8Array(3)],
  ["a date", new Date(0)],
  ["a map", new Map([["name", "x"]])],
  ["an extension of MessagePack", new ExtData(5, new Uint8Array(1))],
];

describe.each(opaque)("%s", (_, value) => {
  test("is no object", () => {
    expect(reader({ type: "object" })(value)).toEqual(["/value type"]);
    expect(reader({ type: ["object", "null"] })(value)).toEqual(["/value type"]);
    expect(reader({ anyOf: [{ type: "object" }, { type: "null" }] })(value)).toEqual(["/value type"]);
  });

  test("is told to be no object, and not that it lacks properties", () => {
    expect(reader(named)(Object.assign(value, { name: 1 }))).toEqual(["/value type"]);
  });

  test("is none of a union's objects, and no constant object", () => {
    const kinds = ["a", "b"].map((kind) => ({ type: "object", required: ["kind"], properties: { kind: { const: kind } } }));
    expect(reader({ type: "object", oneOf: kinds })(Object.assign(value, { kind: "a" }))).toEqual(["/value type"]);
    expect(reader({ const: {} })(value)).toEqual(["/value const"]);
  });

  test("is no frame", () => {
    const { server } = createFrameReader(contractOf(new Draft().document()));
    expect(verdictOf(server(Object.assign(value, { type: "base" }), "msgpack"))).toEqual(["top type"]);
  });
});

test("an object without a prototype is one", () => {
  expect(reader(named)(Object.assign(Object.create(null), { name: "x" }))).toEqual(["ok held"]);
});

test("a timestamp and an extension of MessagePack are kept where nothing is said of them", () => {
  const packed = decodeMsgpack(encode({ type: "held", value: [new Date(0), new ExtData(5, new Uint8Array(1))] }));
  const { server } = createFrameReader(contractOf(new Draft().document()));
  expect("frame" in packed && verdictOf(server({ ...Object(packed.frame), type: "base" }, "msgpack"))).toEqual(["ok base"]);
});

test("B11: a pattern is not asked of a text that is too long", () => {
  const value = reader({ type: "string", maxLength: 3, pattern: "^a*$" });
  expect(value("aaa")).toEqual(["ok held"]);
  expect(value("bbb")).toEqual(["/value pattern"]);
  expect(value("😀😀😀")).toEqual(["/value pattern"]);
  expect(value("bbbb")).toEqual(["/value maxLength"]);
  expect(value("b".repeat(1e6))).toEqual(["/value maxLength"]);
});

describe("items are unique", () => {
  test.each<readonly [boolean, readonly unknown[]]>([
    [true, [1, "1", true, "true", null, "null", [], {}, "[]", "{}"]],
    [false, [1, 1.0]],
    [false, [0, -0]],
    [
      false,
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
    ],
    [true, [{ a: 1 }, { a: "1" }, { a: [1] }, { b: 1 }]],
    [true, [["a,b"], ["a", "b"]]],
    [false, [Uint8Array.of(1, 2), Uint8Array.of(1, 2)]],
    [true, [Uint8Array.of(1, 2), Uint8Array.of(1), Uint8Array.of(12), [1, 2]]],
    [true, [new Date(0), new Date(0)]],
  ])("%j: %j", (expected, list) => {
    expect(areUnique(list)).toBe(expected);
  });

  test("B11: each of very many is looked at once", () => {
    let reads = 0;
    const item = (id: number) => ({
      get id() {
        reads++;
        return id;
      },
    });
    expect(areUnique(Array.from({ length: 20_000 }, (_, id) => item(id)))).toBe(true);
    expect(reads).toBe(20_000);
    expect(reader({ type: "array", uniqueItems: true })([1, 2, 1])).toEqual(["/value uniqueItems"]);
  });
});

test.each([
  [0.3, 0.1, true],
  [0.35, 0.1, false],
  [19.99, 0.01, true],
  [4.35, 0.01, true],
  [1.1e-7, 1e-8, true],
  [1e300, 0.1, true],
  [0.1, 0.3, false],
  [-0.3, 0.1, true],
  [0, 0.7, true],
  [7, 2, false],
  [9007199254740992, 2, true],
  [5e-324, 1e-323, false],
])("%d as a multiple of %d: %j", (value, of, expected) => {
  expect(isMultiple(value, of)).toBe(expected);
  expect(reader({ type: "number", multipleOf: of })(value)).toEqual([expected ? "ok held" : "/value multipleOf"]);
});

describe("of a union, the branch that has the value's type is told", () => {
  const id = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
  const nothing = { type: "null" };

  test("alone, where it is the only one", () => {
    const value = reader({ anyOf: [id, nothing] });
    expect(value({ id: 1 })).toEqual(["/value/id type"]);
    expect(value({})).toEqual(["/value/id required"]);
    expect(value(5)).toEqual(["/value type", "/value anyOf"]);
    expect(reader({ type: "array", items: { anyOf: [id, nothing] } })([null, { id: 1 }, 5])).toEqual([
      "/value/1/id type",
      "/value/2 type",
      "/value/2 anyOf",
    ]);
  });

  test("where a branch lists its values", () => {
    const value = reader({ anyOf: [{ type: "string", enum: ["a", "b"] }, nothing] });
    expect(value("c")).toEqual(["/value enum"]);
    expect(value(5)).toEqual(["/value type", "/value enum", "/value anyOf"]);
  });

  test("through a named schema too", () => {
    const draft = new Draft();
    draft.schemas.set("Id", id);
    draft.messages.set("held", messageOf("held", { value: { anyOf: [{ $ref: "#/components/schemas/Id" }, nothing] } }));
    const { server } = createFrameReader(contractOf(draft.document()));
    expect(verdictOf(server({ type: "held", value: { id: 1 } }))).toEqual(["/value/id type"]);
  });

  test("through named schemas of several types", () => {
    const draft = new Draft();
    draft.schemas.set("Id", id);
    draft.schemas.set("Mood", { type: "string", enum: ["glad"] });
    const references = ["Id", "Mood"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    draft.messages.set("held", messageOf("held", { value: { anyOf: references } }));
    const { server } = createFrameReader(contractOf(draft.document()));
    const verdict = (value: unknown) => verdictOf(server({ type: "held", value }));
    expect(verdict({})).toContain("/value/id required");
    expect(verdict("sad")).toContain("/value enum");
    expect(verdict(5)).toEqual(["/value type", "/value enum", "/value anyOf"]);
  });

  test("with the others of its type, and that none of them holds", () => {
    const size = { type: "object", required: ["size"], properties: { size: { type: "number" } } };
    expect(reader({ anyOf: [id, size, nothing] })({ id: 1 })).toEqual(["/value/id type", "/value/size required", "/value anyOf"]);
  });

  test("and what stands beside the union, too", () => {
    const value = reader({ allOf: [{ type: "string" }], anyOf: [id, nothing] });
    expect(value({ id: 1 })).toContain("/value type");
  });
});
