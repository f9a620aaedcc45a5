import { expect, test } from "vitest";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { contractOf } from "../support/makeFiles.ts";
import { chat, type Fields } from "./support/told.ts";

const NOTICE = { "x-wirepact": { deprecated: "use keep", sunset: "2026-01-01" } };
const text = { type: "string" };
const object = (properties: Fields, ...required: readonly string[]): JsonObject => ({ type: "object", required, properties });

/** A contract in which a client may say these. */
function says(messages: Fields): JsonObject {
  const document = chat(Object.fromEntries(Object.keys(messages).map((name) => [name, {}])));
  return { ...document, channels: { chat: { address: "/chat", messages } } };
}

const ping = { payload: object({ type: { const: "ping" } }, "type") };
const keep = (...constants: readonly string[]) => ({
  payload: object({ type: { enum: ["keep", "hold", ...constants] }, id: text }, "type"),
});
const del = { payload: object({ type: { const: "del" }, id: text }, "type", "id"), ...NOTICE };

/** What is said of the message that goes after its sunset. */
function removal(after: Fields, gone: Json = del): readonly (string | undefined)[] {
  const [before, now] = [says({ ping, keep: keep(), del: gone }), says(after)].map((one) => contractOf(one, "chat"));
  if (before === undefined || now === undefined) throw new Error("there are two contracts");
  const changes = compareContracts(before, now, { level: "wire", today: "2026-06-01" });
  const found = changes.filter(({ rule }) => rule === "message-removed");
  return found.flatMap(({ judgement, reason }) => [judgement, reason]);
}

test("who was told that a message goes was told that it is refused", () => {
  expect(removal({ ping, keep: keep() })).toEqual(["risky", "it was deprecated, and its sunset was 2026-01-01"]);
});

const MISTAKEN =
  "it was deprecated, and its sunset was 2026-01-01: that its frames would be taken for another message nobody was told";

test("and not that it is taken for another message", () => {
  expect(removal({ ping, keep: keep("del") })).toEqual(["breaking", MISTAKEN]);
});

test("not even where some of its frames are refused", () => {
  const erase = { payload: object({ type: { const: "del" }, id: { type: "string", maxLength: 3 } }, "type") };
  expect(removal({ ping, keep: keep(), erase })).toEqual(["breaking", MISTAKEN]);
});

test("where another message refuses all of its frames, they are refused", () => {
  const erase = { payload: object({ type: { const: "del" }, id: { type: "integer" } }, "type") };
  expect(removal({ ping, keep: keep(), erase })).toEqual(["risky", "it was deprecated, and its sunset was 2026-01-01"]);
});

/** What is said of a message for which this notice is given. */
function noticeOf(sunset: string, earlier: JsonObject = {}): readonly (string | undefined)[] {
  const [before, after] = [earlier, { "x-wirepact": { deprecated: true, sunset } }].map((notice) => {
    return contractOf(says({ ping, del: { ...del, "x-wirepact": {}, ...notice } }), "chat");
  });
  if (before === undefined || after === undefined) throw new Error("there are two contracts");
  return compareContracts(before, after, { level: "wire", today: "2026-06-01" }).map(({ judgement }) => judgement);
}

test("a sunset that is no day to come gives nobody time", () => {
  expect(noticeOf("2026-06-02")).toEqual(["safe"]);
  expect(noticeOf("2026-06-01")).toEqual(["risky"]);
  expect(noticeOf("2026-05-01", { "x-wirepact": { deprecated: true } })).toEqual(["risky"]);
  expect(noticeOf("2026-05-01", { "x-wirepact": { deprecated: true, sunset: "2026-04-01" } })).toEqual(["risky"]);
});
