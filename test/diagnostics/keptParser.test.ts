import { Parser } from "@asyncapi/parser";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { KeptParser } from "../../generator/load/keptParser.ts";
import { chatDocument } from "./chat.ts";

const chat = parse(chatDocument());
const DOCUMENTS: readonly object[] = [
  chat,
  { ...chat, info: {} },
  { ...chat, channels: { chat: { address: 7, messages: [] } } },
  { ...chat, operations: { say: { action: "shout", channel: { $ref: "#/channels/nowhere" } } } },
  { ...chat, asyncapi: "3.0.0", servers: { one: { host: "localhost" } } },
  { ...chat, components: { messages: { one: { payload: 7 } }, securitySchemes: { one: { type: "none" } } } },
  { asyncapi: "2.6.0", info: { title: "Chat", version: "1.0.0" }, channels: { chat: { subscribe: 1 } } },
  chat,
];

test("what the parser keeps from one document to the next changes nothing of what it says", async () => {
  const kept = new KeptParser({});
  const isWrong: boolean[] = [];
  for (const document of DOCUMENTS) {
    const found = (await kept.parse(JSON.stringify(document))).diagnostics;
    // A fresh one keeps nothing yet.
    expect(found).toEqual((await new Parser().parse(JSON.stringify(document))).diagnostics);
    isWrong.push(found.some(({ severity }) => severity <= 1));
  }
  expect(isWrong).toEqual(DOCUMENTS.map((document) => document !== chat));
});
