import { expect, test } from "vitest";
import { parse } from "yaml";
import { chatDocument } from "../diagnostics/chat.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";

const PRODUCTION = { host: "chat.example.com", protocol: "wss" };

test("the server is the one that the channel names", () => {
  const servers = { dev: { host: "localhost:1", protocol: "ws" }, "prod/eu": PRODUCTION };
  expect(endpointOf(servers, { servers: [{ $ref: "#/servers/prod~1eu" }] })).toMatchObject({
    url: "wss://chat.example.com/chat",
    port: null,
  });
  expect(endpointOf(servers)).toMatchObject({ url: "ws://localhost:1/chat", port: 1 });
});

test("variables of a server are written as their defaults", () => {
  const main = {
    host: "{region}.example.com:{port}",
    protocol: "wss",
    pathname: "/{stage}",
    variables: { region: { default: "eu" }, port: { enum: ["80", "8080"], default: "8080" }, stage: { default: "live" } },
  };
  expect(endpointOf({ main })).toMatchObject({
    url: "wss://eu.example.com:8080/live/chat",
    path: "/live/chat",
    port: 8080,
  });
});

test("a variable without a default stays in its braces", () => {
  const main = { host: "{region}.example.com:{port}", protocol: "wss", variables: { region: {} } };
  expect(endpointOf({ main })).toMatchObject({ url: "wss://{region}.example.com:{port}/chat", port: null });
});

test.each([
  "chat.example.com",
  "localhost:3000",
  "[::1]:3000",
  "127.0.0.1",
  "{host}",
  "münchen.example",
])("%s is a host", (host) => {
  expect(endpointOf({ main: { host, protocol: "ws" } }).url).toBe(`ws://${host}/chat`);
});

test("a README says which credentials are left to its reader", () => {
  const security = [{ $ref: "#/components/securitySchemes/grant" }, { $ref: "#/components/securitySchemes/key" }];
  const grant = { type: "oauth2", description: "Of the shop.", flows: {} };
  const components = { securitySchemes: { grant, key: { type: "httpApiKey", name: "key", in: "query", description: "A key." } } };
  const document = { ...parse(chatDocument()), servers: { main: { ...PRODUCTION, security } }, components };
  const readme = makeFiles(contractOf(document)).get("README.md") ?? "";
  expect(readme).toContain("| credential `grant` | Of the shop. Left to you: the stubs neither show nor check it. |");
  expect(readme).toContain("| credential `key` | A key. |");
});

function endpointOf(servers: object, channel: object = {}) {
  const document = parse(chatDocument());
  return contractOf({ ...document, servers, channels: { chat: { ...document.channels.chat, ...channel } } }).endpoint;
}
