import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { contractOf } from "../support/makeFiles.ts";

const ID = { location: "$message.payload#/id" };

test("a request and its replies are paired by the ids that correlationId names", () => {
  const { replies } = contractOf(chat({ ask: ID, answer: { location: "$message.payload#/about/id" } }));
  expect(replies).toEqual([{ request: "ask", replies: ["answer"], errors: [], match: [["/id", "/about/id"]] }]);
});

test("a correlationId may be shared by reference", () => {
  const shared = { $ref: "#/components/correlationIds/id" };
  const document = { ...chat({ ask: shared, answer: shared }), components: { correlationIds: { id: ID } } };
  expect(contractOf(document).replies).toMatchObject([{ match: [["/id", "/id"]] }]);
});

test("the payload of a Socket.IO event is its data", () => {
  const document = { ...chat({ ask: ID, answer: ID }), servers: { main: { host: "localhost", protocol: "socketio" } } };
  expect(contractOf(document).replies).toMatchObject([{ match: [["/data/id", "/data/id"]] }]);
});

describe("nothing is paired by id", () => {
  test("where the request has none", () => {
    expect(contractOf(chat({ answer: ID })).replies).toMatchObject([{ match: [] }]);
  });

  test("where the document says otherwise", () => {
    const document = chat({ ask: ID, answer: ID }, { "x-wirepact": { reply: { match: [] } } });
    expect(contractOf(document).replies).toMatchObject([{ match: [] }]);
  });
});

function chat(ids: Readonly<Record<string, JsonObject>>, ask: JsonObject = {}): JsonObject {
  const of = (name: string) => [{ $ref: `#/channels/chat/messages/${name}` }];
  const channel = { $ref: "#/channels/chat" };
  return {
    asyncapi: "3.1.0",
    info: { title: "Chat", version: "1.0.0" },
    channels: { chat: { address: "/", messages: { ask: message("ask", ids), answer: message("answer", ids) } } },
    operations: { ask: { action: "receive", channel, messages: of("ask"), reply: { channel, messages: of("answer") }, ...ask } },
  };
}

function message(name: string, ids: Readonly<Record<string, JsonObject>>): JsonObject {
  const id = { type: "string" };
  const properties = { type: { const: name }, id, about: { type: "object", properties: { id } } };
  const correlationId = ids[name];
  return { payload: { type: "object", required: ["type"], properties }, ...(correlationId && { correlationId }) };
}
