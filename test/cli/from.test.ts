import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { chatDocument } from "../diagnostics/chat.ts";
import { readTree } from "../support/readTree.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { packagesIn } from "./packagesIn.ts";
import { documents, installFrom, readFrames, typeErrors } from "./thirdParty.ts";

const CHAT = documents("chat.yaml", "chat-schemas.yaml");
const TICKER = documents("ticker.json", "instruments.json");
const AT = "2026-01-01T12:00:00Z";

test("an AsyncAPI 3 document in two YAML files gives a package that reads its frames and type-checks", async () => {
  const project = await installFrom(CHAT, "chat.yaml", "room-chat");
  const client = [
    { event: "join", nickname: "ada" },
    { event: "say", text: "hello", mentions: ["bob"] },
    { event: "join", nickname: "Ada!" },
    { event: "say", text: "" },
    { event: "shout", text: "hello" },
    { event: "joined", nickname: "ada", at: AT },
  ];
  expect(readFrames(project, "room-chat", "Client", client)).toEqual([
    "join",
    "say",
    ["/nickname pattern"],
    ["/text minLength"],
    ["/event unknown-message"],
    ["/event wrong-direction"],
  ]);
  const server = [
    { event: "joined", nickname: "ada", at: AT },
    { event: "said", nickname: "ada", at: AT, text: "hello", id: 1 },
    { event: "failure", code: "muted", retryAfter: null },
    { event: "said", nickname: "ada", at: "yesterday", text: "hello", id: 0 },
    { event: "failure", code: "tired" },
  ];
  expect(readFrames(project, "room-chat", "Server", server)).toEqual([
    "joined",
    "said",
    "failure",
    ["/at format", "/id minimum"],
    ["/code enum"],
  ]);
  const use = `import { type Join, parseServerMessage, type ServerMessage } from "@wirepact/room-chat";
export const join: Join = { event: "join", nickname: "ada" };
export const result = parseServerMessage({});
export const name = (message: ServerMessage): "joined" | "said" | "failure" => message.event;`;
  expect(typeErrors(project, use)).toBe("");
  expect(typeErrors(project, use.replace("nickname:", "nickame:"))).toMatch(/^user\.ts\(2,\d+\): error TS2561: /);
});

test("an AsyncAPI 2.6 document in two JSON files gives a package that reads its frames and type-checks", async () => {
  const project = await installFrom(TICKER, "ticker.json", "price-ticker");
  const client = [
    { op: "subscribe", instruments: ["XBT/USD"], depth: 25 },
    { op: "unsubscribe", instruments: ["XBT/USD"] },
    { op: "subscribe", instruments: [] },
    { op: "subscribe", instruments: ["bitcoin"], depth: 11 },
  ];
  expect(readFrames(project, "price-ticker", "Client", client)).toEqual([
    "subscribe",
    "unsubscribe",
    ["/instruments minItems"],
    ["/instruments/0 pattern", "/depth enum"],
  ]);
  const price = { event: "price", instrument: "XBT/USD", bid: "1.5", ask: "1.6" };
  const server = [
    price,
    { event: "status", state: "online" },
    { ...price, ask: 1.6 },
    { ...price, volume: 3 },
    { op: "subscribe" },
  ];
  expect(readFrames(project, "price-ticker", "Server", server)).toEqual([
    "price",
    "status",
    ["/ask type"],
    ["/volume additionalProperties"],
    ["/op wrong-direction"],
  ]);
  const use = `import { parseServerMessage, type Price } from "@wirepact/price-ticker";
export const price: Price = { event: "price", instrument: "XBT/USD", bid: "1.5", ask: "1.6", time: 1 };
export const result = parseServerMessage(price);`;
  expect(typeErrors(project, use)).toBe("");
  expect(typeErrors(project, use.replace('"1.5"', "1.5"))).toMatch(/^user\.ts\(2,\d+\): error TS2322: /);
});

test("the same document in YAML and in JSON gives the same package", async () => {
  const yaml = await runFrom({ "chat.yaml": chatDocument() }, "chat.yaml");
  const json = await runFrom({ "chat.json": JSON.stringify(parse(chatDocument())) }, "chat.json");
  expect(packagesIn(join(json, "generated"))).toEqual(packagesIn(join(yaml, "generated")));
});

test("the name of the package is the document's title, or what the call says", async () => {
  const project = await runFrom({ "chat.yaml": chatDocument() }, "chat.yaml");
  await runHere(["generate", "talk", "--from", "chat.yaml"], project);
  const manifests = Object.entries(readTree(join(project, "generated"))).filter(([path]) => path.endsWith("package.json"));
  expect(manifests.map(([path, text]) => [path, JSON.parse(text).name])).toEqual([
    ["chat/package.json", "@wirepact/chat"],
    ["talk/package.json", "@wirepact/talk"],
  ]);
});

test("generating again from the document that was generated gives the same bytes", async () => {
  const first = await runFrom(CHAT, "chat.yaml");
  const generated = packagesIn(join(first, "generated"));
  const second = await runFrom({ "asyncapi.yaml": generated["room-chat/asyncapi.yaml"] ?? "" }, "asyncapi.yaml");
  expect(packagesIn(join(second, "generated"))).toEqual(generated);
});

test("an operation that names no message speaks of all messages of its channel, also of those written in place", async () => {
  const { operations, ...document } = parse(chatDocument());
  const { messages: _messages, ...operation } = operations.receiveSay;
  const project = temporaryFolder({ "chat.yaml": stringify({ ...document, operations: { receiveSay: operation } }) });
  const { stdout, stderr } = await runHere(["generate", "--from", "chat.yaml"], project);
  expect(stderr).toBe("");
  expect(stdout).toContain("1 client and 0 server messages");
});

test("the converter of AsyncAPI 2 says nothing of its own", async () => {
  const ticker = JSON.parse(TICKER["ticker.json"] ?? "");
  const feed = { description: "The feed.", schema: { type: "string", pattern: "^[a-z]+$" } };
  const channels = { "/{feed}": { ...ticker.channels["/"], parameters: { feed } } };
  const cwd = temporaryFolder({ ...TICKER, "ticker.json": JSON.stringify({ ...ticker, channels }) });
  const { status, stdout, stderr } = await runCli(["generate", "--from", "ticker.json", "--json"], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: "unenforced-keyword", severity: "warning" }]);
});

test("messages of AsyncAPI 2 without a name are called by their key, never by a counter", async () => {
  const ticker = JSON.parse(TICKER["ticker.json"] ?? "");
  for (const message of Object.values<{ name?: string }>(ticker.components.messages)) delete message.name;
  const project = await runFrom({ ...TICKER, "ticker.json": JSON.stringify(ticker) }, "ticker.json");
  const types = readTree(join(project, "generated"))["price-ticker/types.d.ts"] ?? "";
  const names = [...types.matchAll(/^ {2}\| "(.*)"/gm)].map(([, name]) => name);
  expect(names).toEqual(["subscribe", "unsubscribe", "price", "status"]);
});

test("a document outside the folder of the call is a project of its own, whose files it may use", async () => {
  const root = temporaryFolder({
    "project-two/chat.yaml": chatDocument('author: { $ref: "people.yaml" }'),
    "project-two/people.yaml": "type: string\n",
  });
  mkdirSync(join(root, "project"));
  const { status, stderr } = await runHere(["generate", "--from", "../project-two/chat.yaml"], join(root, "project"));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

async function runFrom(files: Readonly<Record<string, string>>, document: string): Promise<string> {
  const project = temporaryFolder(files);
  const { status, stderr } = await runHere(["generate", "--from", document], project);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return project;
}
