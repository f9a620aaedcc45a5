import { describe, expect, test } from "vitest";
import { byField, message, protocol, Type, websocket } from "../../generator/define/index.ts";
import { printDocument } from "../../generator/define/print/document.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { contractOf } from "../support/makeFiles.ts";
import { verdictOf } from "../support/verdict.ts";

/** A document whose server sends messages with these payloads, and says nothing of how they are told apart. */
function documentOf(payloads: Readonly<Record<string, Json>>, schemas: JsonObject = {}): JsonObject {
  const messages = Object.fromEntries(Object.entries(payloads).map(([name, payload]) => [name, { payload }]));
  return {
    asyncapi: "3.1.0",
    info: { title: "Sample", version: "1.0.0" },
    channels: { all: { address: "/", messages } },
    operations: { send: { action: "send", channel: { $ref: "#/channels/all" } } },
    components: { schemas },
  };
}

function told(place: string, schema: Json): JsonObject {
  return { type: "object", required: [place], properties: { [place]: schema } };
}

function reader(payloads: Readonly<Record<string, Json>>) {
  const { server } = createFrameReader(contractOf(documentOf(payloads)));
  return (frame: Json) => verdictOf(server(frame));
}

function findingsOf(document: JsonObject): string[] {
  const findings = new Findings();
  buildContract(document, "sample", findings);
  return findings.all.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

describe("messages are told apart", () => {
  test("by numbers", () => {
    const read = reader({ hello: told("op", { const: 10 }), beat: told("op", { type: "integer", enum: [11] }) });
    expect([10, 11, 12, "10", null].map((op) => read({ op }))).toEqual([
      ["ok hello"],
      ["ok beat"],
      ["/op unknown-message"],
      ["/op unknown-message"],
      ["/op unknown-message"],
    ]);
  });

  test("by booleans", () => {
    const read = reader({ done: told("ok", { const: true }), failed: told("ok", { const: false }) });
    expect([true, false, "true"].map((ok) => read({ ok }))).toEqual([["ok done"], ["ok failed"], ["/ok unknown-message"]]);
  });

  test("by one of several constants", () => {
    const read = reader({
      join: told("type", { const: "join" }),
      talk: told("type", { enum: ["say", "shout"] }),
      leave: told("type", { const: "leave" }),
    });
    expect(["join", "say", "shout", "sing"].map((type) => read({ type }))).toEqual([
      ["ok join"],
      ["ok talk"],
      ["ok talk"],
      ["/type unknown-message"],
    ]);
  });

  test("by the constants of all branches of a union", () => {
    const talk = { oneOf: [told("type", { const: "say" }), told("type", { const: "shout" })] };
    const read = reader({ join: told("type", { const: "join" }), leave: told("type", { const: "leave" }), talk });
    expect(["leave", "say", "shout"].map((type) => read({ type }))).toEqual([["ok leave"], ["ok talk"], ["ok talk"]]);
  });

  test("by an item of a tuple", () => {
    const tuple = (name: string) => ({ type: "array", items: [{ const: name }, { type: "string" }], minItems: 2 });
    const read = reader({ join: tuple("join"), leave: tuple("leave") });
    expect(read(["join", "general"])).toEqual(["ok join"]);
    expect(read(["join", 1])).toEqual(["/1 type"]);
    expect(read(["sing", "x"])).toEqual(["/0 unknown-message"]);
    expect(read([])).toEqual(["/0 required"]);
    expect(read("join")).toEqual(["top type"]);
  });

  test("by strings rather than by numbers, where both would do", () => {
    const versioned = (type: string, v: number) => ({
      type: "object",
      required: ["type", "v"],
      properties: { type: { const: type }, v: { const: v } },
    });
    expect(contractOf(documentOf({ a: versioned("a", 1), b: versioned("b", 2) })).discriminators.server).toEqual(["/type"]);
  });

  test("by their properties, where the constants may be missing", () => {
    const optional = { type: "object", required: ["text"], properties: { type: { enum: ["a", "b"] }, text: {} } };
    expect(reader({ x: told("type", { const: "x" }), y: told("type", { const: "y" }), optional })({ text: 1 })).toEqual([
      "ok optional",
    ]);
  });
});

describe("an error says", () => {
  test("that two messages share one of their constants", () => {
    const document = documentOf({
      join: told("type", { const: "join" }),
      leave: told("type", { const: "leave" }),
      talk: told("type", { enum: ["say", "join"] }),
    });
    expect(findingsOf(document)).toEqual(["error ambiguous-messages /channels/all/messages/talk"]);
  });

  test.each<readonly [string, Json]>([
    ["a text", { type: "string" }],
    ["a number, by reference", { $ref: "#/components/schemas/Count" }],
    ["a list without a constant", { type: "array", items: { type: "string" } }],
    ["nothing at all", false],
    ["a constant of its own", { const: "beat" }],
  ])("that no frame is read as a message which is %s", (_, payload) => {
    const document = documentOf({ join: told("type", { const: "join" }), beat: payload }, { Count: { type: "integer" } });
    expect(findingsOf(document)).toEqual(["error unreadable-message /channels/all/messages/beat"]);
  });
});

test("an author may give a message another constant than its name", () => {
  const document = printDocument(
    protocol("sample", {
      title: "Sample",
      version: "1.0.0",
      description: "A sample.",
      endpoint: websocket("/"),
      client: byField("op", {
        hello: message({ description: "Hello.", constant: 10, fields: { text: Type.String() } }),
        beat: message({ description: "Beat.", constant: 11 }),
      }),
      server: [],
    }),
  );
  const { client } = createFrameReader(contractOf(document));
  expect(verdictOf(client({ op: 10, text: "hi" }))).toEqual(["ok hello"]);
  expect(verdictOf(client({ op: 11 }))).toEqual(["ok beat"]);
});
