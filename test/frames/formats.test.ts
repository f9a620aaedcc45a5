import { type FormatName, formats } from "@wirepact/runtime";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitSchemas } from "../../generator/emit/schemas.ts";
import type { JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";
import { verdictOf } from "../support/verdict.ts";

function contractWith(value: JsonObject) {
  const draft = new Draft();
  draft.messages.set("held", messageOf("held", { value }));
  return contractOf(draft.document());
}

function isHeld(schema: JsonObject, value: unknown): boolean {
  const { server } = createFrameReader(contractWith(schema));
  const [verdict] = verdictOf(server({ type: "held", value }));
  expect(verdict).toBeOneOf(["ok held", "/value format", "/value type"]);
  return verdict === "ok held";
}

describe("numbers", () => {
  test.each<readonly [string, readonly number[], readonly number[]]>([
    ["int32", [-(2 ** 31), 0, 2 ** 31 - 1], [-(2 ** 31) - 1, 2 ** 31, 1.5]],
    ["int64", [Number.MIN_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER], [2 ** 53, -(2 ** 53), 2 ** 63, 1.5]],
  ])("of the format %s are whole, and in its range", (format, good, bad) => {
    for (const type of ["integer", "number"]) {
      expect(good.map((value) => isHeld({ type, format }, value))).not.toContain(false);
      expect(bad.map((value) => isHeld({ type, format }, value))).not.toContain(true);
    }
  });

  test.each(["float", "double"])("of the format %s are any that are finite", (format) => {
    expect([0.1, 1e300, -1].map((value) => isHeld({ type: "number", format }, value))).toEqual([true, true, true]);
    expect(isHeld({ type: "number", format }, Number.POSITIVE_INFINITY)).toBe(false);
  });

  test("are what these formats are about: beside a string one is an error", () => {
    expect(() => contractWith({ type: "string", format: "int64" })).toThrow(
      'unenforced-keyword: "format" says nothing about string',
    );
    expect(() => contractWith({ type: "integer", format: "date" })).toThrow(
      'unenforced-keyword: "format" says nothing about integer',
    );
  });
});

test.each<readonly [FormatName, readonly string[], readonly string[]]>([
  [
    "date-time",
    [
      "2025-01-31T12:00:00Z",
      "2025-01-31t12:00:00.5z",
      "2025-01-31T12:00:00+01:00",
      "1998-12-31T23:59:60Z",
      "1998-12-31T15:59:60.1-08:00",
    ],
    [
      "2025-01-31T12:00:00+0100",
      "2025-01-31 12:00:00Z",
      "2025-01-31T12:00:00",
      "2025-01-31T12:00Z",
      "2025-02-29T12:00:00Z",
      "1998-12-31T22:59:60Z",
    ],
  ],
  ["time", ["12:00:00Z", "12:00:00-00:00"], ["12:00:00+0100", "12:00:00", "24:00:00Z", "12:00:60Z"]],
  ["ipv4", ["0.0.0.0", "192.168.1.255", "10.20.30.40"], ["01.2.3.4", "1.2.3.04", "256.1.1.1", "1.2.3", "1.2.3.4."]],
  ["ipv6", ["::1", "::ffff:1.2.3.4"], ["::ffff:01.2.3.4", "1.2.3.4"]],
  [
    "iso-date-time",
    ["2025-01-31T12:00:00+0100", "2025-01-31 12:00", "2024-02-29T00:00:00", "2000-02-29T00:00Z", "2025-01-31T12:00:00,5+01"],
    ["2025-02-29T00:00", "1900-02-29T00:00", "2025-04-31T00:00", "2025-00-10T00:00", "2025-01-31", "2025-01-31T24:00"],
  ],
])("%s", (format, good, bad) => {
  expect(good.filter((text) => !isHeld({ type: "string", format }, text))).toEqual([]);
  expect(bad.filter((text) => isHeld({ type: "string", format }, text))).toEqual([]);
});

describe("a published schema says iso-date-time in words that every validator knows", () => {
  const published = (schema: JsonObject) => {
    const file = emitSchemas(contractWith(schema)).find(({ path }) => path === "schemas/Held.json");
    return JSON.parse(file?.text ?? "missing");
  };

  test("as a pattern, beside another that the schema has", () => {
    const { value } = published({ type: "string", format: "iso-date-time", pattern: "Z$" }).properties;
    expect(value).toEqual({ type: "string", pattern: "Z$", allOf: [{ pattern: expect.stringContaining("-02-29") }] });
  });

  test("which holds what our own validators hold", () => {
    const plain = new Ajv({ strict: true }).compile(published({ type: "string", format: "iso-date-time" }));
    const two = fc.nat(62).map((number) => String(number).padStart(2, "0"));
    const texts = fc
      .tuple(fc.constantFrom("2024", "2025", "1900", "2000"), two, two, fc.constantFrom("T", " ", "t", "x"), two, two)
      .chain(([y, m, d, t, h, i]) =>
        fc
          .constantFrom("", ":00", ":60Z", "z", "+0100", "-01:00", ":00.5", "+24")
          .map((end) => `${y}-${m}-${d}${t}${h}:${i}${end}`),
      );
    fc.assert(
      fc.property(texts, (value) => {
        expect({ value, fits: formats["iso-date-time"](value) }).toEqual({ value, fits: plain({ type: "held", value }) });
      }),
      { numRuns: 2000 },
    );
  });
});
