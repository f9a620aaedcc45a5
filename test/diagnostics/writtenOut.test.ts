import { join } from "node:path";
import { expect, test } from "vitest";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { validateHere } from "../support/validateHere.ts";

const PAYLOAD =
  "payload: { type: object, required: [type, mood], properties: { type: { const: say }, mood: { $ref: '#/components/schemas/Mood' } } }";

test("traits, operations, channels, replies and schemas that stand elsewhere are read like their own words", async () => {
  const project = temporaryFolder({
    "chat.yaml": `asyncapi: 3.1.0
info: { title: Chat, version: 1.0.0 }
channels: { chat: { $ref: "#/components/channels/chat" } }
operations: { say: { $ref: "#/components/operations/say" } }
components:
  channels:
    chat: { address: /chat, messages: { first: { traits: [{ $ref: "#/components/messageTraits/named" }], ${PAYLOAD} }, answer: { payload: { type: object, required: [type], properties: { type: { const: said } } } } } }
  operations:
    say:
      action: receive
      channel: { $ref: "#/channels/chat" }
      messages: [{ $ref: "#/channels/chat/messages/first" }]
      reply: { $ref: "#/components/replies/answer" }
      traits: [{ summary: Says something., x-wirepact: { reply: { errors: [] } } }]
  replies: { answer: { channel: { $ref: "#/channels/chat" }, messages: [{ $ref: "#/channels/chat/messages/answer" }] } }
  messageTraits: { named: { name: say, summary: Says something. } }
  schemas: { Mood: { schemaFormat: application/schema+json;version=draft-07, schema: { enum: [good, bad] } } }
`,
  });
  const frames = '{"type":"say","mood":"good"}\n{"type":"say","mood":"meh"}\n';
  const { lines } = await validateHere(join(project, "chat.yaml"), project, "json", frames);
  expect(lines).toEqual([
    '{"line":1,"ok":true,"message":"say"}',
    expect.stringMatching(/^\{"line":2,"ok":false,"message":"say","errors":\[\{"path":"\/mood",/),
  ]);
});

test("a message of another file becomes a message of the document, and its schemas schemas", async () => {
  const project = temporaryFolder({
    "chat.yaml": `asyncapi: 3.1.0
info: { title: Chat, version: 1.0.0 }
channels: { chat: { address: /chat, messages: { say: { $ref: "messages.yaml#/say" } } } }
operations: { say: { action: receive, channel: { $ref: "#/channels/chat" } } }
`,
    "messages.yaml": `say: { payload: { $ref: "#/Payload" } }\nPayload: { const: say }\n`,
  });
  const { document } = await loadAsyncapiFile(join(project, "chat.yaml"), project);
  expect(document["components"]).toEqual({
    messages: { say: { payload: { $ref: "#/components/schemas/Payload" } } },
    schemas: { Payload: { const: "say" } },
  });
});
