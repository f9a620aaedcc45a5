import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import type { JsonObject } from "../../generator/json.ts";
import { slice } from "../../generator/load/slices.ts";
import { writeOut } from "../../generator/load/writtenOut.ts";
import { chatDocument, schemas } from "./chat.ts";

/** The built judge: its workers exist only there. */
const JUDGE = new URL("../../dist/generator/load/judge.js", import.meta.url).href;

test("a document that makes the official parser spin is given up after the time it was allowed", async () => {
  const level = (index: number) =>
    `{ allOf: [{ $ref: '#/components/schemas/D${index}' }, { $ref: '#/components/schemas/D${index}' }] }`;
  const levels = Array.from({ length: 24 }, (_, index) => [`D${index}`, level(index + 1)]);
  const named = schemas({ ...Object.fromEntries(levels), D24: "{ type: object }" });
  const findings = await judge(parse(chatDocument("diamond: { $ref: '#/components/schemas/D0' }") + named), 2000);
  expect(findings).toEqual([
    {
      code: "parser-gave-up",
      severity: "error",
      pointer: "",
      text: "the AsyncAPI parser did not finish within 2 s; simplify recursive schemas, or look for a circle of references",
    },
  ]);
});

test("a document that keeps the specification is left alone", async () => {
  expect(await judge(parse(chatDocument()))).toEqual([]);
});

test("operations and replies that are references are judged in slices like all others", async () => {
  const each = <T>(make: (index: number) => T) =>
    Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`n${index}`, make(index)]));
  const message = (index: number) => ({ $ref: `#/channels/chat/messages/n${index}` });
  const channel = { $ref: "#/channels/chat" };
  const { document } = writeOut({
    ...parse(chatDocument()),
    channels: { chat: { address: "/chat", messages: each((index) => ({ payload: { const: index } })) } },
    operations: each((index) => ({ $ref: `#/components/operations/n${index}` })),
    components: {
      operations: each((index) => ({
        action: "receive",
        channel,
        messages: [message(index)],
        reply: { $ref: `#/components/replies/n${index}` },
      })),
      replies: each((index) => ({ channel, messages: [message((index + 100) % 200)] })),
    },
  });
  expect(slice(document).length).toBeGreaterThan(1);
  expect(await judge(document)).toEqual([]);
});

async function judge(document: JsonObject, limit?: number) {
  const { Judge }: typeof import("../../generator/load/judge.ts") = await import(JUDGE);
  const one = new Judge(limit);
  onTestFinished(() => one.close());
  return one.judge(document);
}
