import { ExtData, encode } from "@msgpack/msgpack";
import { FrameError } from "@wirepact/runtime";
import { decodeMsgpack } from "@wirepact/runtime/msgpack";
import { describe, expect, test } from "vitest";

function decoded(...bytes: readonly number[]): unknown {
  const result = decodeMsgpack(Uint8Array.from(bytes));
  return result instanceof FrameError ? result.code : result.frame;
}

/** A text of these bytes under each header that a text may have. */
function texts(...bytes: readonly number[]): number[][] {
  const { length } = bytes;
  return [[0xa0 + length], [0xd9, length], [0xda, 0, length], [0xdb, 0, 0, 0, length]].map((header) => [...header, ...bytes]);
}

describe("a text that is no UTF-8 is refused, as a value and as a key:", () => {
  test.each([
    ["half a character", [0xc3]],
    ["a byte that continues nothing", [0x61, 0x80]],
    ["a longer form than needed", [0xc0, 0xaf]],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a character beyond the last", [0xf4, 0x90, 0x80, 0x80]],
  ])("%s", (_, bytes) => {
    for (const text of texts(...bytes)) {
      expect(decoded(...text)).toBe("parse-error");
      expect(decoded(0x81, ...text, 0x01)).toBe("parse-error");
    }
    const long = [0xda, 0x01, bytes.length, ...Array.from({ length: 256 }, () => 0x61), ...bytes];
    expect(decoded(...long)).toBe("parse-error");
  });

  test("one that is UTF-8 is read as it came", () => {
    for (const text of ["", "ab", "ä€😀", "\u0000\ufeff", "ä".repeat(300)]) expect(decoded(...encode(text))).toBe(text);
  });

  test("bytes and extensions are no texts", () => {
    expect(decoded(...encode(Uint8Array.of(0xc3)))).toEqual(Uint8Array.of(0xc3));
    expect(decoded(0xd4, 0x05, 0xc3)).toEqual(new ExtData(5, Uint8Array.of(0xc3)));
  });
});

test("a timestamp is a date, and any other extension is kept as one", () => {
  expect(decoded(...encode(new Date(1000)))).toEqual(new Date(1000));
  expect(decoded(0xd4, 0x05, 0x01)).toEqual(new ExtData(5, Uint8Array.of(1)));
});

test("of a key that stands twice the last value counts, as in JSON", () => {
  expect(decoded(0x82, 0xa1, 0x61, 0x01, 0xa1, 0x61, 0x02)).toEqual({ a: 2 });
});

test("whole numbers beyond 2^53 are rounded, as in JSON", () => {
  expect(decoded(0xcf, 0x00, 0x20, 0, 0, 0, 0, 0, 0x01)).toBe(2 ** 53);
});

test.each([
  [1000, "read"],
  [1001, "parse-error"],
])("lists nested %i deep: %s", (depth, expected) => {
  const frame = decoded(...Array.from({ length: depth }, () => 0x91), 0xc0);
  expect(Array.isArray(frame) ? "read" : frame).toBe(expected);
});
