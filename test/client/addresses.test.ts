import { describe, expect, test } from "vitest";
import type { AnyConnectOptions } from "../../runtime/src/client/settings.ts";
import { endpointUrl } from "../../runtime/src/client/url.ts";
import type { EndpointDescriptor } from "../../runtime/src/endpoint.ts";
import { settled } from "./support/fakeClock.ts";
import { stageOf } from "./support/stage.ts";

const endpoint: EndpointDescriptor = { path: "/panels/{id}/ws", port: 3001, query: [], refusals: [], credentials: [] };

describe("the path", () => {
  test.each([
    ["ws://host:1", { id: "p" }, "ws://host:1/panels/p/ws"],
    ["ws://host/?a=1", { id: "p" }, "ws://host/panels/p/ws?a=1"],
    ["wss://host/own/path", {}, "wss://host/own/path"],
    ["ws://host", { id: "a/b?c#d %" }, "ws://host/panels/a%2Fb%3Fc%23d%20%25/ws"],
    ["ws://host", { id: "ä😀" }, "ws://host/panels/%C3%A4%F0%9F%98%80/ws"],
    ["ws://host/x#part", {}, "ws://host/x"],
    ["ws://host/proxy/{id}", { id: "a b" }, "ws://host/proxy/a%20b"],
    ["ws://host/{other}/{id}", { id: "p" }, "ws://host/%7Bother%7D/p"],
    ["ws://host/behind/panels/p/ws", { id: "p" }, "ws://host/behind/panels/p/ws"],
    ["ws://host/panels/a@b:c/ws", { id: "a@b:c" }, "ws://host/panels/a@b:c/ws"],
  ])("of %s with %j", (given, parameters, wanted) => {
    expect(endpointUrl(given, endpoint, parameters).href).toBe(wanted);
  });

  test.each([
    [{}],
    [{ id: "" }],
    [{ id: "." }],
    [{ id: ".." }],
    [Object.create({ id: "inherited" })],
  ])("cannot be filled with %j", (parameters) => {
    expect(() => endpointUrl("ws://host", endpoint, parameters)).toThrow(TypeError);
  });

  test.each([
    [
      "ws://host/panels/a/ws",
      { id: "b" },
      "the path /panels/a/ws, which has no {id} to fill with a parameter: give one of the two",
    ],
    ["ws://host/panels/{id}/ws", {}, 'needs the parameter "id"'],
    ["ws://host", { id: "p", idd: "q" }, 'path /panels/{id}/ws has no parameter "idd"'],
  ])("of %s is not silently something else than %j", (given, parameters, text) => {
    expect(() => endpointUrl(given, endpoint, parameters)).toThrow(text);
  });

  test.each([
    [
      "localhost:3001",
      'the address "localhost:3001" must begin with ws://, wss://, http:// or https://: write ws://localhost:3001',
    ],
    ["example.org:80/x?token=secret", "must begin with ws://, wss://, http:// or https://: write ws://example.org:80"],
    ["file:///etc/passwd", "must begin with ws://, wss://, http:// or https://"],
  ])("of %s is none of a socket", (given, text) => {
    expect(() => endpointUrl(given, endpoint, { id: "p" })).toThrow(new RegExp(`${text}$`));
    expect(() => endpointUrl(given, endpoint, { id: "p" })).not.toThrow("secret");
  });

  test("is checked before anybody is connected to", async () => {
    const stage = await stageOf("panel");
    await expect(stage.connect()).rejects.toThrow(TypeError);
    expect([stage.server.connections.length, stage.clock.timers]).toEqual([0, 0]);
  });
});

test("an option that nothing reads is refused before anybody is connected to", async () => {
  const stage = await stageOf("panel");
  const connecting = stage.connect({ parameters: { id: "p" }, querry: { token: "t" } } as AnyConnectOptions);
  await expect(connecting).rejects.toThrow('options of panel: there is no "querry"; did you mean "query"?');
  expect(stage.server.connections.length).toBe(0);
});

test.each([
  ["a query, encoded", "panel", { parameters: { id: "p" }, query: { token: "a b&c" } }, "/panels/p/ws?token=a+b%26c", {}],
  ["a query that is left out", "panel", { parameters: { id: "p" }, query: { token: undefined } }, "/panels/p/ws", {}],
  ["a bearer", "nodetool", { bearer: async () => "secret" }, "/ws", { authorization: "Bearer secret" }],
  ["headers", "nodetool", { headers: { "x-a": () => "1", "x-b": undefined } }, "/ws", { "x-a": "1" }],
])("credentials: %s", async (_, protocol, options, address, headers) => {
  const stage = await stageOf(protocol);
  const connecting = stage.connect(options);
  await settled();
  const { url, headers: sent } = stage.server.latest.target;
  expect([`${url.pathname}${url.search}`, sent]).toEqual([address, headers]);
  stage.server.latest.end();
  await expect(connecting).rejects.toMatchObject({ code: "unreachable" });
});
