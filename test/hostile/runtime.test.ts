import { spawnSync } from "node:child_process";
import { encode } from "@msgpack/msgpack";
import { decodeJson, FrameError } from "@wirepact/runtime";
import { decodeMsgpack } from "@wirepact/runtime/msgpack";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";
import { ROOT } from "../support/protocols.ts";
import { shippedContract, shippedContracts } from "../support/shipped.ts";
import { verdictOf } from "../support/verdict.ts";

/** What a decoder made of a frame: its error's code, or the frame. */
function outcome(decoded: { readonly frame: unknown } | FrameError): unknown {
  return decoded instanceof FrameError ? decoded.code : decoded.frame;
}

const unpack = (...bytes: readonly number[]) => outcome(decodeMsgpack(Uint8Array.from(bytes)));

describe("a MessagePack frame", () => {
  const heads = { array: 0xdd, map: 0xdf, string: 0xdb, bytes: 0xc6, extension: 0xc9 };

  test.each(Object.entries(heads))("of six bytes that claims an enormous %s is refused", (_, head) => {
    expect(unpack(head, 0xff, 0xff, 0xff, 0xff, 0x01)).toBe("parse-error");
  });

  test("of 64 KiB whose nested lists claim as much each is refused in little memory", () => {
    const script = `
      import { decodeMsgpack } from "@wirepact/runtime/msgpack";
      const frame = new Uint8Array(65_536);
      for (let at = 0; at + 5 <= frame.length; at += 5) frame.set([0xdd, 0x00, 0x00, 0xf0, 0x00], at);
      console.log(decodeMsgpack(frame).code);`;
    const run = spawnSync(process.execPath, ["--max-old-space-size=128", "--input-type=module", "-e", script], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect({ stdout: run.stdout, signal: run.signal }).toEqual({ stdout: "parse-error\n", signal: null });
  });

  test("that is cut short anywhere is refused", () => {
    const frame = encode({ type: "x", list: [1, "two", null, 2.5], bytes: new Uint8Array(3), map: { a: { b: [] } } });
    const cuts = Array.from({ length: frame.length }, (_, length) => outcome(decodeMsgpack(frame.subarray(0, length))));
    expect(new Set(cuts)).toEqual(new Set(["parse-error"]));
  });

  test.each([
    ["is empty", []],
    ["is the byte that MessagePack never uses", [0xc1]],
    ["goes on after its value", [0x01, 0x01]],
    ["has the key __proto__", [0x81, 0xa9, ...Buffer.from("__proto__"), 0x81, 0xa1, 0x61, 0x01]],
    ["has nil as a key", [0x81, 0xc0, 0x01]],
    ["has a boolean as a key", [0x81, 0xc3, 0x01]],
    ["has a list as a key", [0x81, 0x91, 0x01, 0x01]],
    ["has a map as a key", [0x81, 0x80, 0x01]],
    ["has bytes as a key", [0x81, 0xc4, 0x01, 0x61, 0x01]],
    ["has a timestamp of three bytes", [0xc7, 0x03, 0xff, 0x00, 0x00, 0x00]],
  ])("that %s is refused", (_, bytes) => {
    expect(unpack(...bytes)).toBe("parse-error");
  });

  test("may have numbers as keys, which become property names", () => {
    expect(unpack(0x81, 0x07, 0x01)).toEqual({ 7: 1 });
  });

  test("may have keys named like other members of Object.prototype, which are its own", () => {
    const frame = outcome(decodeMsgpack(encode({ constructor: { prototype: { polluted: 1 } }, toString: 1 })));
    expect(Object.keys(Object(frame))).toEqual(["constructor", "toString"]);
    expect("polluted" in {}).toBe(false);
  });

  test.each([
    [500, "read"],
    [10_000, "parse-error"],
    [1_000_000, "parse-error"],
  ])("of lists nested %i levels deep gives: %s", (depth, expected) => {
    const frame = outcome(decodeMsgpack(nestedLists(depth)));
    expect(Array.isArray(frame) ? "read" : frame).toBe(expected);
  });

  test("of any bytes is refused or read, never thrown, and pollutes nothing", async () => {
    const readers = (await shippedContracts()).map(createFrameReader);
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.jsonValue().map(encode).chain(damage), extension());
    fc.assert(
      fc.property(bytes, (frame) => {
        const decoded = decodeMsgpack(frame);
        if (decoded instanceof FrameError) return;
        for (const { client, server } of readers) for (const parse of [client, server]) parse(decoded.frame, "msgpack");
      }),
      { numRuns: 2000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
  });
});

/** A frame with one byte changed. */
function damage(frame: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc.tuple(fc.nat(Math.max(frame.length - 1, 0)), fc.nat(255)).map(([at, byte]) => frame.with(at, byte));
}

/** A map whose `type` is an extension value: of any type, with the bytes it claims or others. */
function extension(): fc.Arbitrary<Uint8Array> {
  const head = [0x81, 0xa4, ...Buffer.from("type"), 0xc7];
  return fc
    .tuple(fc.nat(16), fc.nat(255), fc.uint8Array({ maxLength: 16 }))
    .map(([length, type, data]) => Uint8Array.from([...head, length, type, ...data]));
}

describe("a JSON frame", () => {
  test.each([
    "",
    " ",
    "{",
    "nul",
    "{'a':1}",
    "[1,]",
    "{} x",
    "{}{}",
    '\uFEFF{"type":"PING"}',
    "NaN",
    "\0",
    '"\n"',
    "/**/1",
    "\u00A01",
  ])("%j is refused", (text) => {
    expect(outcome(decodeJson(text))).toBe("parse-error");
  });

  test.each(["null", "[]", '"PING"', "1", "true", "[{}]"])("%s is JSON, and no message of any protocol", async (text) => {
    const frame = JSON.parse(text);
    expect(outcome(decodeJson(text))).toEqual(frame);
    for (const contract of await shippedContracts()) {
      const { client, server } = createFrameReader(contract);
      expect([client, server].map((parse) => verdictOf(parse(frame)))).toEqual([["top type"], ["top type"]]);
    }
  });

  test("with a key twice has its last value, for dispatch and validation alike", async () => {
    const { client } = createFrameReader(await shippedContract("panel"));
    const read = (text: string) => verdictOf(client(outcome(decodeJson(text))));
    expect(read('{"type":"TRIGGER","tool":"x","type":"PING"}')).toEqual(["ok PING"]);
    expect(read('{"type":"PING","type":"TRIGGER"}')).toEqual(["/tool required"]);
  });

  test("with bytes of 32 MiB as base64 is read", () => {
    const draft = new Draft();
    draft.properties.set("bytes", { type: "string", contentEncoding: "base64" });
    const { server } = createFrameReader(contractOf(draft.document()));
    expect(verdictOf(server({ type: "base", bytes: "AAAA".repeat(8 * 1024 * 1024) }))).toEqual(["ok base"]);
  });
});

/** A list of one list of one list …, around nil. */
function nestedLists(depth: number): Uint8Array {
  const lists = new Uint8Array(depth + 1).fill(0x91);
  lists[depth] = 0xc0;
  return lists;
}
