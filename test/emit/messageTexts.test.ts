import { describe, expect, test } from "vitest";
import { byShape, byType, message, protocol, Type, websocket } from "../../generator/define/index.ts";
import { printDocument } from "../../generator/define/print/document.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft } from "../support/hostile/draft.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";
import { declarations } from "../support/packageDiff.ts";

/** What a package says of a message that says this of itself. */
function textsOf(said: Readonly<Record<string, string>>, extension: Readonly<Record<string, Json>> = {}) {
  const draft = new Draft();
  for (const [key, text] of Object.entries(said)) draft.message.set(key, text);
  for (const [key, value] of Object.entries(extension)) draft.messageExtension.set(key, value);
  const files = makeFiles(contractOf(draft.document()));
  const declared = declarations(files.get("types.d.ts") ?? "").get("Base") ?? "";
  const readme = files.get("README.md") ?? "";
  return {
    comment: declared.slice(0, declared.indexOf("export ")),
    row: readme.split("\n").find((line) => line.startsWith("| base |")),
    decisions: readme.split("\n").filter((line) => line.startsWith("- ")),
    schema: JSON.parse(files.get("schemas/Base.json") ?? "{}").description,
  };
}

const SENT = " * Sent by the client and the server as `base`.\n";

describe("what a message says of itself stands in its type, in the README and in its JSON Schema", () => {
  test("a summary and a description: both", () => {
    expect(textsOf({ summary: "Posts a text", description: "The room is made\nif there is none." })).toMatchObject({
      comment: `/**\n * Posts a text.\n * The room is made\n * if there is none.\n${SENT} */\n`,
      row: "| base | `Base` | Posts a text. The room is made if there is none. |",
      schema: "Posts a text.\n\nThe room is made\nif there is none.",
    });
  });

  test.each([
    ["a summary alone", { summary: "Posts a text" }],
    ["a description alone", { description: "Posts a text" }],
    ["a title alone", { title: "Posts a text" }],
    ["a title and a description", { title: "Base", description: "Posts a text" }],
    ["a summary and a description that says the same", { summary: "Posts a text", description: "Posts a text\n" }],
  ])("%s: once", (_, said) => {
    expect(textsOf(said)).toMatchObject({
      comment: `/**\n * Posts a text\n${SENT} */\n`,
      row: "| base | `Base` | Posts a text |",
      schema: "Posts a text",
    });
  });

  test("one note: a remark, and a decision in the README", () => {
    expect(textsOf({ summary: "Posts a text." }, { notes: ["The room\nis our addition."] })).toMatchObject({
      comment: `/**\n * Posts a text.\n${SENT} * @remarks The room is our addition.\n */\n`,
      decisions: ["- `base`: The room is our addition."],
    });
  });

  test("several notes: a list of remarks, and as many decisions", () => {
    const texts = textsOf({}, { notes: ["First.", "Second */ @see."], deprecated: "say it" });
    expect(texts).toMatchObject({
      comment: `/**\n${SENT} * @remarks\n * - First.\n * - Second *\u200B/ \\@see.\n * @deprecated say it\n */\n`,
      decisions: ["- `base`: First.", "- `base`: Second \\*/ @\u200Bsee."],
    });
  });

  test("a constant that is not the message's name: in the type and in the README", () => {
    const files = makeFiles(contractOf(bothTyping()));
    const types = declarations(files.get("types.d.ts") ?? "");
    expect(types.get("Typing")).toContain(" * Sent by the client as `typing`.");
    expect(types.get("Typed")).toContain(" * Sent by the server as `typing`.");
    expect(types.get("Failure")).toContain(" * Sent by the server.");
    const rows = (files.get("README.md") ?? "").split("\n").filter((line) => /^\| (typing|typed|failure)\b/.test(line));
    expect(rows).toEqual([
      "| typing | `Typing` | I type. |",
      "| typed, sent as `typing` | `Typed` | Somebody types. |",
      "| failure | `Failure` | It failed. |",
    ]);
  });

  test("a constant of both sides, with other fields: each reads its own", () => {
    const { client, server } = createFrameReader(contractOf(bothTyping()));
    const [own, others] = [{ type: "typing" }, { type: "typing", user: "ada" }];
    expect(client(own)).toMatchObject({ ok: true, message: "typing" });
    expect(server(others)).toMatchObject({ ok: true, message: "typed" });
    expect(server(own)).toMatchObject({ ok: false, error: { code: "invalid-message" } });
  });
});

/** A protocol in which both sides say `typing`, each with fields of its own. */
function bothTyping() {
  const typing = message({ description: "I type." });
  const typed = message({ description: "Somebody types.", constant: "typing", fields: { user: Type.String() } });
  const failure = message({ description: "It failed.", fields: { error: Type.String() } });
  const server = [byType({ typed }), byShape({ failure })];
  const about = { title: "Chat", version: "1.0.0", description: "Talk in rooms." };
  return printDocument(protocol("chat", { ...about, endpoint: websocket("/chat"), client: byType({ typing }), server }));
}

test.each([
  ["its payload", (payload: JsonObject) => ({ payload: { ...payload, deprecated: true } })],
  ["the schema that its payload refers to", () => ({ payload: { $ref: "#/components/schemas/Old" } })],
])("a message is deprecated where %s is", (_, messageWith) => {
  const draft = new Draft();
  const payload = { type: "object", required: ["type"], properties: { type: { const: "old" } } };
  draft.schemas.set("Old", { ...payload, deprecated: true });
  draft.messages.set("old", messageWith(payload));
  const { messages } = contractOf(draft.document());
  expect(messages.map(({ name, deprecated }) => [name, deprecated])).toEqual([
    ["base", false],
    ["old", true],
  ]);
});
