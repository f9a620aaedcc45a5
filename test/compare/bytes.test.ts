import { describe, expect, test } from "vitest";
import { BUDGET } from "../../generator/compare/schema/budget.ts";
import { include } from "../../generator/compare/schema/include.ts";
import type { Encoding } from "../../generator/compare/schema/inclusion.ts";
import type { Json } from "../../generator/json.ts";

const bytes = { type: "string", contentEncoding: "base64" };
const text = { type: "string" };

function ask(sender: Json, reader: Json, encoding: Encoding): string {
  return include({ document: {}, schema: sender }, { document: {}, schema: reader }, BUDGET, "described", encoding).kind;
}

/** What is to be read, and how it fares where it travels as JSON, and as MessagePack. */
const CASES: readonly (readonly [what: string, sender: Json, reader: Json, json: string, msgpack: string])[] = [
  ["bytes as bytes", bytes, { ...bytes, description: "b" }, "included", "included"],
  ["bytes as text", bytes, text, "included", "witness"],
  ["text as bytes", text, bytes, "witness", "witness"],
  ["bytes as anything", bytes, {}, "included", "included"],
  ["anything as bytes", {}, bytes, "witness", "witness"],
  ["bytes as an object", bytes, { type: "object" }, "witness", "witness"],
  ["bytes as bytes or null", bytes, { ...bytes, type: ["string", "null"] }, "included", "included"],
  ["bytes or null as bytes", { ...bytes, type: ["string", "null"] }, bytes, "witness", "witness"],
  ["bytes as bytes or text", bytes, { anyOf: [bytes, text] }, "included", "included"],
  ["text as bytes or text", text, { anyOf: [bytes, text] }, "included", "included"],
  [
    "bytes as any type that JSON has",
    bytes,
    { type: ["string", "object", "array", "number", "boolean", "null"] },
    "included",
    "witness",
  ],
  ["no bytes as text", { not: bytes }, { not: { const: "YQ==" } }, "included", "witness"],
  [
    "lists of bytes as lists of text",
    { type: "array", items: bytes, minItems: 1 },
    { type: "array", items: text },
    "included",
    "witness",
  ],
  ["a field of bytes as one of text", field(bytes), field(text), "included", "witness"],
  ["a field of bytes more", field(bytes, "b"), field({}), "witness", "witness"],
  ["a field of bytes among any", field(bytes), { type: "object", additionalProperties: true }, "included", "included"],
  [
    "bytes in one branch, text in the other",
    { oneOf: [field(bytes, "b"), field(text, "t")] },
    { anyOf: [field(text, "t"), field(bytes, "b")] },
    "included",
    "included",
  ],
];

function field(schema: Json, name = "data"): Json {
  return { type: "object", required: [name], properties: { data: {}, [name]: schema } };
}

describe("read", () => {
  test.each(CASES)("%s", (_, sender, reader, json, msgpack) => {
    expect([ask(sender, reader, "json"), ask(sender, reader, "msgpack")]).toEqual([json, msgpack]);
  });
});
