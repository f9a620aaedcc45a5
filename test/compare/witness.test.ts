import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { include } from "../../generator/compare/schema/include.ts";
import { shrink } from "../../generator/compare/schema/shrink.ts";
import type { Json } from "../../generator/json.ts";

const text = { type: "string" };

function ask(sender: Json, reader: Json) {
  return include({ document: {}, schema: sender }, { document: {}, schema: reader });
}

function message(properties: Readonly<Record<string, Json>>, required: readonly string[] = ["type"]): Json {
  return { type: "object", required, properties: { type: { const: "send" }, ...properties } };
}

describe("a witness is what a person would write:", () => {
  test.each<readonly [what: string, sender: Json, reader: Json, value: Json, path: string, code: string]>([
    [
      "a required field",
      message({ room: text }),
      message({ room: text }, ["type", "room"]),
      { type: "send" },
      "/room",
      "required",
    ],
    [
      "a limit",
      message({ text }),
      message({ text: { ...text, maxLength: 3 } }),
      { type: "send", text: "text" },
      "/text",
      "maxLength",
    ],
    [
      "a value more",
      message({ s: { enum: ["a", "b"] } }),
      message({ s: { enum: ["a"] } }),
      { type: "send", s: "b" },
      "/s",
      "enum",
    ],
    ["null", message({ s: { type: ["string", "null"] } }), message({ s: text }), { type: "send", s: null }, "/s", "type"],
    [
      "a bound",
      message({ n: { type: "integer" } }),
      message({ n: { type: "integer", minimum: 1 } }),
      { type: "send", n: 0 },
      "/n",
      "minimum",
    ],
    ["an item", { type: "array", items: { type: ["string", "number"] } }, { type: "array", items: text }, [0], "/0", "type"],
    [
      "a list too long",
      { type: "array", items: text },
      { type: "array", items: text, maxItems: 2 },
      ["text", "text", "text"],
      "",
      "maxItems",
    ],
    [
      "a field that is not known",
      message({ a: text }),
      { ...(message({}) as object), additionalProperties: false },
      { type: "send", a: "text" },
      "/a",
      "additionalProperties",
    ],
    [
      "a text of another pattern",
      { type: "string", pattern: "^[a-z]+$" },
      { type: "string", pattern: "^[a-y]+$" },
      "z",
      "",
      "pattern",
    ],
  ])("%s", (_, sender, reader, value, path, code) => {
    expect(ask(sender, reader)).toMatchObject({ kind: "witness", value, path, issue: { code } });
  });
});

test("what stays open says why, and where in a value", () => {
  const patterns = [
    { ...text, pattern: "^(?=a)b" },
    { ...text, pattern: "^(?!b)" },
  ];
  const [sender, reader] = patterns.map((pattern) => message({ list: { type: "array", items: pattern } }));
  expect(ask(sender ?? true, reader ?? true)).toEqual({ kind: "unknown", reason: "no text was found", path: "/list/0" });
});

test("shrinking keeps what it is asked to keep, and nothing that could go by itself", () => {
  const hasDeepOne = (value: Json): boolean => JSON.stringify(value).includes("[1");
  fc.assert(
    fc.property(
      fc.json().map((json): Json => JSON.parse(json)),
      fc.integer({ min: 0, max: 3 }),
      (noise, index) => {
        const value: Json = { a: noise, b: [[noise, [1, noise]], noise].slice(0, index), c: { d: [1, noise] } };
        expect(JSON.stringify(shrink(value, hasDeepOne)).length).toBeLessThanOrEqual(JSON.stringify(value).length);
        expect(hasDeepOne(shrink(value, hasDeepOne))).toBe(true);
      },
    ),
  );
  expect(shrink({ a: 1, b: { c: [2, [1]], d: 3 } }, hasDeepOne)).toEqual({ b: { c: [[1]] } });
});
