import { encodeMsgpack } from "@wirepact/runtime/msgpack";
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../generator/conform/codec/answer.ts";
import { holdDecoded, holdEncoded, holdSession, holdVerdict } from "../../generator/conform/codec/holdAnswer.ts";
import type { Verdict } from "../../generator/conform/verdict.ts";
import type { Expected, SessionExpected } from "../../generator/fixtures/fixture.ts";
import type { JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { shippedContract } from "../support/shipped.ts";

function short(verdict: Verdict): string {
  return verdict.kind === "fail" ? `${verdict.rule}: ${verdict.text}` : verdict.kind;
}

const ACCEPTED: Expected = { ok: true, message: "A" };
const REFUSED: Expected = { ok: false, message: "A", path: "/b", code: "required" };
const VAGUE: Expected = { ok: false, message: null, path: "/b" };
const errors = (...told: readonly (readonly [path: string, code?: string])[]) =>
  told.map(([path, code]) => (code === undefined ? { path } : { path, code }));

describe("of a frame", () => {
  test.each<[string, Expected, JsonObject, string]>([
    ["accepted as it must be", ACCEPTED, { ok: true, message: "A" }, "pass"],
    ["accepted as another", ACCEPTED, { ok: true, message: "B" }, "codec-message: must be taken for A, got B: why"],
    ["accepted, and not said as what", ACCEPTED, { ok: true }, "codec-message: must be taken for A, got no word on it: why"],
    [
      "refused and must not be",
      ACCEPTED,
      { ok: false, message: "A", errors: errors(["/b", "type"], ["/c"]) },
      "codec-refuses: refused (type at /b, something at /c), and must be accepted as A: why",
    ],
    ["accepted and must not be", REFUSED, { ok: true, message: "A" }, "codec-accepts: accepted as A, and must be refused: why"],
    [
      "refused for the right rule among others",
      REFUSED,
      { ok: false, message: "A", errors: errors(["", "x"], ["/b", "required"]) },
      "pass",
    ],
    ["refused at the right place by who knows no rules", REFUSED, { ok: false, message: "A", errors: errors(["/b"]) }, "pass"],
    [
      "refused for another rule",
      REFUSED,
      { ok: false, message: "A", errors: errors(["/b", "type"]) },
      "codec-place: must be refused for required at /b, got type at /b: why",
    ],
    [
      "refused at another place",
      REFUSED,
      { ok: false, message: "A", errors: errors(["", "required"]) },
      "codec-place: must be refused for required at /b, got required at /: why",
    ],
    [
      "refused without a place",
      REFUSED,
      { ok: false, message: "A" },
      "codec-place: must be refused for required at /b, got no errors told: why",
    ],
    [
      "refused as another",
      REFUSED,
      { ok: false, message: null, errors: errors(["/b", "required"]) },
      "codec-message: must be taken for A, got no message: why",
    ],
    [
      "refused within the place, where any rule will do",
      VAGUE,
      { ok: false, message: null, errors: errors(["/b/c", "type"]) },
      "pass",
    ],
    [
      "refused beside it",
      VAGUE,
      { ok: false, message: null, errors: errors(["/bc", "type"]) },
      "codec-place: must be refused for something at /b, got type at /bc: why",
    ],
    ["skipped", REFUSED, { skip: "not yet" }, "skipped"],
  ])("that is %s", (_how, expected, told, verdict) => {
    expect(short(holdVerdict(readAnswer(told), expected, "why", true))).toBe(verdict);
  });

  test("places are not compared where none are told", () => {
    const told = readAnswer({ ok: false, message: "A" });
    expect(holdVerdict(told, REFUSED, "why", false)).toEqual({ kind: "pass" });
    expect(holdVerdict(told, VAGUE, "why", false)).toMatchObject({ rule: "codec-message" });
  });
});

describe("of what is decoded", () => {
  test.each<[string, JsonObject | undefined, JsonObject, string]>([
    ["as it must be, in another order", { a: 1, b: [{ c: null }] }, { ok: true, frame: { b: [{ c: null }], a: 1 } }, "pass"],
    ["without a frame", { a: 1 }, { ok: true }, 'codec-decodes: must decode to {"a":1}, got undefined'],
    ["to more", { a: 1 }, { ok: true, frame: { a: 1, b: 1 } }, 'codec-decodes: must decode to {"a":1}, got {"a":1,"b":1}'],
    ["to another type", { a: 1 }, { ok: true, frame: { a: "1" } }, 'codec-decodes: must decode to {"a":1}, got {"a":"1"}'],
    [
      "to what is inherited",
      { a: 1 },
      { ok: true, frame: { toString: 1 } },
      'codec-decodes: must decode to {"a":1}, got {"toString":1}',
    ],
    ["not at all", { a: 1 }, { ok: false }, "codec-decodes: refused (no errors told), and must be decoded: why"],
    ["and is none", undefined, { ok: true, frame: {} }, "codec-decodes: decoded, and must be refused: why"],
    ["not, and is none", undefined, { ok: false }, "pass"],
    ["not, since it is not done", undefined, { skip: "not yet" }, "skipped"],
  ])("%s", (_how, frame, told, verdict) => {
    expect(short(holdDecoded(readAnswer(told), frame, "why"))).toBe(verdict);
  });
});

describe("of what is encoded", async () => {
  const reader = createFrameReader(await shippedContract("nodetool"));
  const frame = {
    type: "output_update",
    node_id: "n",
    node_name: "n",
    output_name: "o",
    output_type: "image",
    value: { type: "image", data: "AQI=" },
  };
  const toEncode = { from: "server", encoding: "json", frame, message: "output_update" } as const;

  test.each<[string, JsonObject, RegExp]>([
    ["the frame", { ok: true, text: JSON.stringify(frame) }, /^pass$/],
    [
      "another",
      { ok: true, text: '{"type":"output_update"}' },
      /^codec-encodes: what it encodes decodes to \{"type":"output_update"\}, and was /,
    ],
    ["no JSON", { ok: true, text: "{" }, /^codec-encodes: what it encodes is refused: /],
    ["bytes for text", { ok: true, hex: "80" }, /^codec-encodes: json is answered as "text", got /],
    ["nothing", { ok: false, errors: [] }, /^codec-encodes: refused to encode a frame of output_update \(no errors told\)$/],
    ["what it does not do", { skip: "no" }, /^skipped$/],
  ])("as JSON: %s", (_what, told, verdict) => {
    expect(short(holdEncoded(readAnswer(told), toEncode, reader))).toMatch(verdict);
  });

  test.each<[string, JsonObject, RegExp]>([
    ["half a byte", { ok: true, hex: "8" }, /^codec-encodes: msgpack is answered as "hex", got /],
    ["no MessagePack", { ok: true, hex: "c1" }, /^codec-encodes: what it encodes is refused: /],
  ])("as MessagePack: %s", (_what, told, verdict) => {
    expect(short(holdEncoded(readAnswer(told), { ...toEncode, encoding: "msgpack" }, reader))).toMatch(verdict);
  });
});

test("base64 in the place of bytes is no MessagePack of the message", async () => {
  const reader = createFrameReader(await shippedContract("nodetool"));
  const frame = { type: "binary_update", node_id: "n", output_name: "o", binary: "AQI=" };
  const toEncode = { from: "server", encoding: "msgpack", frame, message: "binary_update" } as const;
  const hold = (value: object) =>
    short(holdEncoded(readAnswer({ ok: true, hex: Buffer.from(encodeMsgpack(value)).toString("hex") }), toEncode, reader));
  expect(hold({ ...frame, binary: Uint8Array.of(1, 2) })).toBe("pass");
  expect(hold(frame)).toMatch(/^codec-encodes: what it encodes is not as binary_update travels: /);
});

describe("of a session", () => {
  const broken: SessionExpected = { ok: false, rule: "reply", step: 1, pointer: "/x" };
  const ended: SessionExpected = { ok: false, rule: "unanswered", step: null, pointer: "/x" };
  test.each<[string, SessionExpected, JsonObject, RegExp]>([
    ["in order", { ok: true }, { ok: true }, /^pass$/],
    [
      "refused and must not be",
      { ok: true },
      { ok: false, step: 2 },
      /^codec-session: refused \(\{"ok":false,"step":2\}\), and is in order: why$/,
    ],
    ["accepted and must not be", broken, { ok: true }, /^codec-session: accepted, and must be refused at step 1 for reply: why$/],
    ["refused for that rule among others", broken, { ok: false, step: 1, rules: ["state", "reply"] }, /^pass$/],
    ["refused at that step by who names no rules", broken, { ok: false, step: 1 }, /^pass$/],
    [
      "refused for another rule",
      broken,
      { ok: false, step: 1, rules: ["state"] },
      /^codec-session: must be refused at step 1 for reply, got /,
    ],
    [
      "refused at another step",
      broken,
      { ok: false, step: 0, rules: ["reply"] },
      /^codec-session: must be refused at step 1 for reply, got /,
    ],
    ["refused at its end", ended, { ok: false, step: null }, /^pass$/],
    ["refused before its end", ended, { ok: false, step: 0 }, /^codec-session: must be refused at its end for unanswered, got /],
    ["skipped", ended, { skip: "no" }, /^skipped$/],
  ])("that is %s", (_how, expected, told, verdict) => {
    expect(short(holdSession(readAnswer(told), expected, "why"))).toMatch(verdict);
  });
});
