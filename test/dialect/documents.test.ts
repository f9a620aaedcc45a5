import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { valueAt } from "../../generator/reference.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { validateHere } from "../support/validateHere.ts";

const NEWER = "application/schema+json;version=draft-2020-12";
const OLDER = "application/schema+json;version=draft-07";

/** A document of one message with the given payload and named schemas, in YAML's flow style, which is JSON too. */
function chat(payload: Json, schemas: Json = {}): string {
  return JSON.stringify({
    asyncapi: "3.1.0",
    info: { title: "Chat", version: "1.0.0" },
    channels: { chat: { address: "/chat", messages: { say: { payload } } } },
    operations: { say: { action: "receive", channel: { $ref: "#/channels/chat" } } },
    components: { schemas },
  });
}

/** A payload of `say` whose text is as given. */
function say(text: Json, words: Readonly<Record<string, Json>> = {}): Json {
  return { type: "object", required: ["type"], properties: { type: { const: "say" }, text }, ...words };
}

/** What stands at a pointer of a document when it is loaded. */
async function loaded(files: Readonly<Record<string, string>>, pointer: string): Promise<Json | undefined> {
  const folder = temporaryFolder(files);
  return valueAt((await loadAsyncapiFile(join(folder, "chat.yaml"), folder)).document, pointer);
}

const PAYLOAD = "/channels/chat/messages/say/payload";
const SCHEMAS = "/components/schemas";

describe("a schema is read as 2020-12", () => {
  const tuple = { type: "array", prefixItems: [{ type: "string" }], items: false };
  const asList = { type: "array", items: [{ type: "string" }], additionalItems: false };

  test.each([
    NEWER,
    "application/schema+yaml;version=draft-2020-12",
    "application/schema+json;version=2020-12",
  ])("in a wrapper that says %s", async (schemaFormat) => {
    const document = chat({ schemaFormat, schema: say(tuple) });
    expect(await loaded({ "chat.yaml": document }, PAYLOAD)).toEqual(say(asList));
  });

  test("by its own $schema, as a payload and as a named schema", async () => {
    const $schema = "https://json-schema.org/draft/2020-12/schema";
    const document = chat(say(tuple, { $schema }), { Pair: { $schema, ...tuple } });
    expect(await loaded({ "chat.yaml": document }, PAYLOAD)).toEqual(say(asList));
    expect(await loaded({ "chat.yaml": document }, `${SCHEMAS}/Pair`)).toEqual(asList);
  });

  test("in another file that says nothing, when one of 2020-12 refers to it", async () => {
    const files = {
      "chat.yaml": chat({ schemaFormat: NEWER, schema: { $ref: "say.json" } }),
      "say.json": JSON.stringify({ ...Object(say({ $ref: "#/$defs/Pair" })), $defs: { Pair: tuple } }),
    };
    expect(await loaded(files, SCHEMAS)).toEqual({ say: say({ $ref: "#/components/schemas/Pair" }), Pair: asList });
  });

  test("but not in another file that says that it is draft-07", async () => {
    const $schema = "http://json-schema.org/draft-07/schema#";
    const files = {
      "chat.yaml": chat({ schemaFormat: NEWER, schema: say({ $ref: "pair.json" }) }),
      "pair.json": JSON.stringify({ $schema, ...asList }),
    };
    expect(await loaded(files, `${SCHEMAS}/pair`)).toEqual({ $schema, ...asList });
  });

  test("and draft-07 around it stays what it is", async () => {
    const schemas = { Old: asList, New: { schemaFormat: NEWER, schema: { $ref: "#/components/schemas/Old", minItems: 1 } } };
    const document = chat(say({ $ref: "#/components/schemas/New" }), schemas);
    expect(await loaded({ "chat.yaml": document }, SCHEMAS)).toEqual({
      Old: asList,
      New: { minItems: 1, allOf: [{ $ref: "#/components/schemas/Old" }] },
    });
  });
});

describe("a reference", () => {
  const wrapped = (schema: Json, schemas: Json = {}) => ({ "chat.yaml": chat({ schemaFormat: NEWER, schema }, schemas) });

  test("leads to where its target stands in draft-07", async () => {
    const files = wrapped(say({ prefixItems: [{ type: "string" }, { $ref: "#/properties/text/prefixItems/0" }] }));
    const items = [{ type: "string" }, { $ref: `#${PAYLOAD}/properties/text/items/0` }];
    expect(await loaded(files, PAYLOAD)).toEqual(say({ items }));
  });

  test("leads into definitions of definitions, and to the whole schema", async () => {
    const inner = { Inner: { type: "object", properties: { again: { $ref: "#" } } } };
    const files = wrapped(say({ $ref: "#/$defs/Outer/$defs/Inner" }, { $defs: { Outer: { $defs: inner }, Unused: true } }));
    expect(await loaded(files, PAYLOAD)).toEqual(say({ $ref: "#/components/schemas/Inner" }));
    const Inner = { type: "object", properties: { again: { $ref: `#${PAYLOAD}` } } };
    expect(await loaded(files, SCHEMAS)).toEqual({ Inner });
  });

  test("leads to names with anything in them", async () => {
    const files = wrapped(say({ $ref: "#/$defs/100%25~1%C3%A9" }, { $defs: { "100%/é": { type: "string" } } }));
    expect(await loaded(files, PAYLOAD)).toEqual(say({ $ref: "#/components/schemas/100%25~1é" }));
    expect(await loaded(files, SCHEMAS)).toEqual({ "100%/é": { type: "string" } });
  });

  test("is one only where a schema refers, not in its data", async () => {
    const data = { $ref: "#/$defs/Text" };
    const text = { const: data, default: data, examples: [data], allOf: [{ $ref: "#/$defs/Text" }] };
    const files = wrapped(say(text, { $defs: { Text: { type: "string" } } }));
    expect(await loaded(files, `${PAYLOAD}/properties/text`)).toEqual({
      ...text,
      allOf: [{ $ref: "#/components/schemas/Text" }],
    });
  });
});

describe("frames are told by documents of", () => {
  const judge = async (document: string) => {
    const folder = temporaryFolder({ "chat.yaml": document });
    const frames = '{"type":"say","text":["a"]}\n{"type":"say","text":[1]}\n';
    return (await validateHere(join(folder, "chat.yaml"), folder, "json", frames)).lines.map((line) => JSON.parse(line).ok);
  };
  const tuple = say({ type: "array", prefixItems: [{ type: "string" }] });
  const list = say({ type: "array", items: [{ type: "string" }] });

  test.each([
    ["2020-12", chat({ schemaFormat: NEWER, schema: tuple })],
    ["2020-12, in a named schema", chat({ $ref: `#${SCHEMAS}/Say` }, { Say: { schemaFormat: NEWER, schema: tuple } })],
    ["draft-07", chat({ schemaFormat: OLDER, schema: list })],
    ["draft-07, in a named schema", chat({ $ref: `#${SCHEMAS}/Say` }, { Say: { schemaFormat: OLDER, schema: list } })],
  ])("%s", async (_, document) => expect(await judge(document)).toEqual([true, false]));

  test("AsyncAPI 2 with 2020-12", async () => {
    const message = { messageId: "say", schemaFormat: NEWER, payload: tuple };
    const info = { title: "Chat", version: "1.0.0" };
    const document = { asyncapi: "2.6.0", info, channels: { "/chat": { publish: { message } } } };
    expect(await judge(JSON.stringify(document))).toEqual([true, false]);
  });
});
