import { expect } from "vitest";
import type { Change, Level } from "../../../generator/compare/change.ts";
import { compareContracts } from "../../../generator/compare/compareContracts.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { contractOf } from "../../support/makeFiles.ts";

/** What is told of two documents: each change, and its fingerprint. */
export function changesOf(before: JsonObject, after: JsonObject, level: Level): readonly Change[] {
  const contract = (document: JsonObject) => contractOf(structuredClone(document), "chat");
  return compareContracts(contract(before), contract(after), { level });
}

/** Schemas or other values by their names. */
export type Fields = Readonly<Record<string, Json>>;

/** A contract of messages that the client sends, by their fields. */
export function chat(messages: Readonly<Record<string, Fields>>, schemas: Fields = {}, query: Fields = {}): JsonObject {
  const payload = (name: string, fields: Fields): JsonObject => ({
    type: "object",
    required: ["type"],
    properties: { type: { const: name }, ...fields },
  });
  const channel = {
    address: "/chat",
    messages: Object.fromEntries(Object.entries(messages).map(([name, fields]) => [name, { payload: payload(name, fields) }])),
    ...(Object.keys(query).length === 0 ? {} : { bindings: { ws: { query: { type: "object", properties: query } } } }),
  };
  const references = Object.keys(messages).map((name) => ({ $ref: `#/channels/chat/messages/${name}` }));
  return {
    asyncapi: "3.1.0",
    info: { title: "Chat", version: "1.0.0" },
    channels: { chat: channel },
    operations: { receive: { action: "receive", channel: { $ref: "#/channels/chat" }, messages: references } },
    components: { schemas },
  };
}

/** The fingerprints of changes of one rule. */
export function printsOf(rule: string, before: JsonObject, after: JsonObject): string[] {
  const prints = changesOf(before, after, "types").flatMap((change) => (change.rule === rule ? [change.fingerprint] : []));
  expect(prints).not.toEqual([]);
  return prints;
}
