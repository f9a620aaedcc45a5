import { decodeJson, FrameError, type ParseResult } from "@wirepact/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { preview } from "../../runtime/src/error.ts";
import { Draft } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";

const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** What a peer may write into a log. */
const evil: Readonly<Record<string, string>> = {
  "a line feed": "\n[forged] line",
  "a carriage return": "\r[forged] line",
  "a NUL": "\0",
  "a control sequence": "\u001b[31m",
  "a control sequence of one character": "\u009b31m",
  "a next line": "\u0085",
  "a delete": "\u007f",
  "a line separator": "\u2028",
  "a paragraph separator": "\u2029",
  "a bidi override": "\u202Egnp.exe",
  "a bidi isolate": "\u2066x",
  "a lone surrogate": "\uD800",
  "a million characters": "x".repeat(1_000_000),
  "a million slashes": "/".repeat(1_000_000),
};

describe("a FrameError", () => {
  const draft = new Draft();
  draft.properties.set("map", { type: "object", additionalProperties: { type: "number" } });
  draft.properties.set("value", { type: "number" });
  draft.closed.set("known", true);
  const { server } = createFrameReader(contractOf(draft.document()));

  /** Frames that hold a text in every place where a peer may put one. */
  const frames = (text: string): Record<string, unknown> => ({
    "message name": { type: text },
    value: { type: "base", value: text },
    "value inside a list": { type: "base", value: [text] },
    "key inside a value": { type: "base", value: { [text]: 1 } },
    "key of a map": { type: "base", map: { [text]: "x" } },
    "key of a closed object": { type: "base", closed: { [text]: 1 } },
    "key of a frame": { [text]: 1 },
    frame: text,
  });

  test.each(Object.entries(evil))("stays one short printable line, wherever a frame holds %s", (_, text) => {
    const results = Object.entries(frames(text)).map(([place, frame]) => [place, messageOf(server(frame))] as const);
    const messages = [...results, ["text that is no JSON", messageOf(decodeJson(`{${text}`))] as const];
    expect(messages.filter(([, message]) => message === "" || message.length > 600 || UNPRINTABLE.test(message))).toEqual([]);
  });
});

function messageOf(result: ParseResult<unknown> | FrameError | { readonly frame: unknown }): string {
  if (result instanceof FrameError) return result.message;
  return "ok" in result && !result.ok ? result.error.message : "";
}

describe("the preview of a value", () => {
  const fail = () => {
    throw new Error("code of the value was called");
  };
  const circular: unknown[] = [];
  circular.push(circular);

  test.each<[string, unknown, string]>([
    ["a text", 'say "hi"', '"say \\"hi\\""'],
    ["nothing", undefined, "undefined"],
    ["a bigint", 10n ** 30n, "1000000000000000000000000000000"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["negative zero", -0, "0"],
    ["not a number", Number.NaN, "NaN"],
    ["bytes", new Uint8Array(3), "<3 bytes>"],
    ["a list of many", Array(1e6).fill(1), "[1,1,1,1,1,…]"],
    ["an object of many", Object.fromEntries(Array(9).fill(0).entries()), '{"0":0,"1":0,"2":0,"3":0,"4":0,…}'],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    ["a key named __proto__", JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ["something deep", [[[[[1]]]]], "[[[[…]]]]"],
    ["something circular", circular, "[[[[…]]]]"],
    ["a toJSON", { toJSON: 1, a: 1 }, '{"toJSON":1,"a":1}'],
    ["a getter", Object.defineProperty({ a: 1 }, "b", { get: fail, enumerable: true }), '{"a":1}'],
  ])("shows %s", (_, value, text) => {
    expect(preview(value)).toBe(text);
  });

  test.each<[string, unknown]>([
    ["a toJSON that throws", { toJSON: fail }],
    ["a toString that throws", { toString: fail, valueOf: fail }],
    ["a function whose toString throws", Object.assign(() => 0, { toString: fail })],
    ["a conversion that throws", { [Symbol.toPrimitive]: fail }],
  ])("never calls %s", (_, value) => {
    expect(() => preview(value)).not.toThrow();
  });

  test("is one printable line of at most 120 characters, whatever the value", () => {
    const anything = fc.anything({
      key: fc.string({ unit: "binary" }),
      values: [fc.string({ unit: "binary", maxLength: 300 }), fc.double(), fc.constantFrom(...Object.values(evil))],
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const text = preview(value);
        expect(text.length).toBeLessThanOrEqual(120);
        expect(text).not.toMatch(UNPRINTABLE);
      }),
      { numRuns: 1000 },
    );
  });

  test("is never cut inside a character", () => {
    for (let length = 0; length < 130; length++) {
      expect(preview(`${"x".repeat(length)}${"🎉".repeat(40)}`)).not.toMatch(/\p{Cs}/u);
    }
  });
});
