import { encodeBytes } from "@wirepact/runtime";
import { describe, expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";

const bytes: JsonObject = { type: "string", contentEncoding: "base64" };
const text: JsonObject = { type: "string" };
const AB = Uint8Array.from([97, 98]);

function documentOf(value: Json, schemas: JsonObject = {}): JsonObject {
  const draft = new Draft();
  for (const [name, schema] of Object.entries(schemas)) draft.schemas.set(name, schema);
  draft.messages.set("held", messageOf("held", { value }));
  return draft.document();
}

/** What becomes of a value in a message, as it comes in JSON; undefined where it is refused. */
function reader(value: Json, schemas: JsonObject = {}) {
  const { server } = createFrameReader(contractOf(documentOf(value, schemas)));
  return (held: unknown, encoding: "json" | "msgpack" = "json") => {
    const result = server({ type: "held", value: held }, encoding);
    // The message has the property: the schema of this test gives it one.
    return result.ok ? (result.value as { readonly value: unknown }).value : undefined;
  };
}

function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: "object", required: Object.keys(properties), properties, ...more };
}

describe("base64 in JSON becomes bytes", () => {
  test("in the branch of a union that its discriminator names, and stays text in another", () => {
    const read = reader({
      oneOf: [object({ kind: { const: "file" }, data: bytes }), object({ kind: { const: "note" }, data: text })],
    });
    expect(read({ kind: "file", data: "YWI=" })).toEqual({ kind: "file", data: AB });
    expect(read({ kind: "note", data: "YWI=" })).toEqual({ kind: "note", data: "YWI=" });
    expect(read({ kind: "note", data: AB }, "msgpack")).toBeUndefined();
  });

  test.each(["anyOf", "oneOf"])("in the branch of %s that fits, and not in one that was tried in vain", (union) => {
    const read = reader({ [union]: [object({ data: bytes, size: { type: "number" } }), object({ data: text, title: text })] });
    expect(read({ data: "YWI=", size: 2 })).toEqual({ data: AB, size: 2 });
    expect(read({ data: "YWI=", title: "ab" })).toEqual({ data: "YWI=", title: "ab" });
  });

  test("under names that a pattern describes, and under all others", () => {
    const read = reader({ type: "object", patternProperties: { "^b": bytes }, additionalProperties: text });
    expect(read({ b1: "YWI=", c: "YWI=" })).toEqual({ b1: AB, c: "YWI=" });
    const others = reader({ type: "object", patternProperties: { "^b": text }, additionalProperties: bytes });
    expect(others({ b1: "YWI=", c: "YWI=" })).toEqual({ b1: "YWI=", c: AB });
  });

  test("at every level of a schema that contains itself", () => {
    const tree = { type: "object", properties: { data: bytes, inner: { $ref: "#/components/schemas/Tree" } } };
    const read = reader({ $ref: "#/components/schemas/Tree" }, { Tree: tree });
    expect(read({ data: "YWI=", inner: { data: "YWI=", inner: { data: "" } } })).toEqual({
      data: AB,
      inner: { data: AB, inner: { data: new Uint8Array() } },
    });
  });

  test("in lists, tuples, named schemas and allOf", () => {
    const blob = { Blob: bytes };
    const named = { $ref: "#/components/schemas/Blob" };
    expect(reader({ type: "array", items: named }, blob)(["YWI=", "YWI="])).toEqual([AB, AB]);
    expect(reader({ type: "array", items: [text, named] }, blob)(["YWI=", "YWI="])).toEqual(["YWI=", AB]);
    expect(reader({ allOf: [object({ a: named }), object({ b: text })] }, blob)({ a: "YWI=", b: "YWI=" })).toEqual({
      a: AB,
      b: "YWI=",
    });
  });

  test("where null may stand too", () => {
    const read = reader({ type: ["string", "null"], contentEncoding: "base64" });
    expect([read("YWI="), read(null), read(1), read("no base64")]).toEqual([AB, null, undefined, undefined]);
  });

  test("under the name __proto__, which stays a property", () => {
    const read = reader({ type: "object", additionalProperties: bytes });
    expect(Object.entries(Object(read(JSON.parse('{"__proto__":"YWI="}'))))).toEqual([["__proto__", AB]]);
  });

  test("in a copy: the frame stays as it came", () => {
    const frame = { data: "YWI=" };
    expect(reader(object({ data: bytes }))(frame)).toEqual({ data: AB });
    expect(frame).toEqual({ data: "YWI=" });
  });
});

test("base64 in MessagePack is no bytes", () => {
  const read = reader(object({ data: bytes }));
  expect(read({ data: "YWI=" }, "msgpack")).toBeUndefined();
  expect(read({ data: AB }, "msgpack")).toEqual({ data: AB });
});

test("bytes anywhere in a value become base64 for JSON, in a copy", () => {
  const value = { list: [AB, { data: AB }], text: "ab", other: { n: 1 } };
  expect(encodeBytes(value)).toEqual({ list: ["YWI=", { data: "YWI=" }], text: "ab", other: { n: 1 } });
  expect(encodeBytes(value.other)).toBe(value.other);
});

describe("a place for text or for bytes", () => {
  const findingsOf = (document: JsonObject) => {
    const findings = new Findings();
    buildContract(document, "sample", findings);
    return findings.all.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
  };
  const place = "/components/messages/held/payload/properties/value";

  test.each<readonly [string, JsonObject]>([
    ["in a union", { anyOf: [text, bytes] }],
    ["in a union by reference", { oneOf: [{ $ref: "#/components/schemas/Blob" }, { type: ["null", "string"] }] }],
    ["in a union with anything", { anyOf: [bytes, {}] }],
  ])("%s is an error where JSON carries both as strings", (_, value) => {
    const [union = ""] = Object.keys(value);
    expect(findingsOf(documentOf(value, { Blob: bytes }))).toEqual([`error ambiguous-bytes ${place}/${union}`]);
  });

  test("is none where frames are MessagePack alone", () => {
    const document = documentOf({ anyOf: [text, bytes] });
    const extension = { ...Object(document["x-wirepact"]), encodings: { binary: "msgpack", initial: "msgpack" } };
    expect(findingsOf({ ...document, "x-wirepact": extension })).toEqual([]);
  });
});
