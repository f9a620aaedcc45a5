import { expect, test, vi } from "vitest";
import { settled } from "./support/fakeClock.ts";
import { connected, reconnected } from "./support/stage.ts";

const event = { type: "EVENT", event: { name: "e", payload: 1, timestamp: 1 } };

test("every message of a name is heard, until its listener goes", async () => {
  const { client, line } = await connected("panel");
  const heard: unknown[] = [];
  const stop = client.on("EVENT", (body) => heard.push(body));
  line.say(event);
  stop();
  stop();
  line.say(event);
  expect(heard).toEqual([event]);
});

test("one handler may listen twice, and each stops alone", async () => {
  const { client, line } = await connected("panel");
  const handler = vi.fn();
  const stop = client.on("EVENT", handler);
  client.on("EVENT", handler);
  stop();
  line.say(event);
  expect(handler).toHaveBeenCalledTimes(1);
});

test("a listener for a message that the server does not have is a mistake", async () => {
  const { client } = await connected("panel");
  expect(() => client.on("EVNT", () => {})).toThrow(TypeError);
});

test("a handler that throws is reported, and harms nobody", async () => {
  const reported: unknown[] = [];
  const { client, line } = await connected("panel", { onError: (error) => reported.push(error) });
  const heard: unknown[] = [];
  client.on("RESULT", () => {
    throw new Error("thrown");
  });
  client.on("RESULT", () => Promise.reject(new Error("rejected")) as unknown as undefined);
  client.on("RESULT", (body) => heard.push(body));
  const asked = client["trigger"]?.({ tool: "t" });
  const result = { type: "RESULT", result: { stateMutations: [], events: [] } };
  line.say(result);
  expect(await asked).toEqual(result);
  await settled();
  expect([heard, reported.map(String)]).toEqual([[result], ["Error: thrown", "Error: rejected"]]);
});

test("a reporter that throws harms nobody either", async () => {
  const onError = () => {
    throw new Error("worse");
  };
  const { client, line } = await connected("panel", { onError });
  client.on("EVENT", onError);
  line.say(event);
  expect(client.state).toBe("open");
});

test("without a reporter, the platform hears of it", async () => {
  const { client, line } = await connected("panel");
  const reported = vi.spyOn(console, "error").mockImplementation(() => {});
  client.on("EVENT", () => {
    throw new Error("thrown");
  });
  line.say(event);
  expect(reported).toHaveBeenCalledTimes(1);
  reported.mockRestore();
});

test.each([
  ["no JSON", { kind: "text", text: "{" }, "parse-error"],
  ["a message that nobody knows", { kind: "text", text: '{"type":"__proto__"}' }, "unknown-message"],
  ["a message that only clients send", { kind: "text", text: '{"type":"PING"}' }, "wrong-direction"],
  ["a message that breaks its schema", { kind: "text", text: '{"type":"PATCH"}' }, "invalid-message"],
  ["a frame of bytes where the contract has text", { kind: "binary", bytes: new Uint8Array([1]) }, "parse-error"],
  [
    "nesting without end",
    { kind: "text", text: `{"type":"CONNECTED","panelId":"p","state":${'{"a":'.repeat(5000)}1${"}".repeat(5001)}` },
    "too-deep",
  ],
] as const)("%s is handed over as unknown, and the connection lives on", async (_, frame, code) => {
  const { client, line } = await connected("panel");
  const unknown: unknown[] = [];
  client.onUnknown((_frame, error) => unknown.push(error.code));
  line.receive(frame);
  expect([unknown, client.state]).toEqual([[code], "open"]);
});

test.each([
  ["a map that claims four thousand million entries", [0xdf, 0xff, 0xff, 0xff, 0xff]],
  ["lists in lists without end", Array.from({ length: 5000 }, () => 0x91)],
  ["lists deeper than a frame may be", [...Array.from({ length: 150 }, () => 0x91), 0xc0]],
  ["bytes after the value", [0x80, 0x80]],
])("MessagePack with %s is handed over as unknown", async (_, bytes) => {
  const { client, line } = await connected("nodetool");
  const unknown: unknown[] = [];
  client.onUnknown((_frame, error) => unknown.push(error.code));
  line.receive({ kind: "binary", bytes: new Uint8Array(bytes) });
  expect([unknown, client.state]).toEqual([[expect.stringMatching(/parse-error|too-deep/)], "open"]);
});

test("the opening message is that of the latest connection", async () => {
  const stage = await connected("panel");
  await reconnected("panel", stage);
  stage.server.latest.say({ type: "CONNECTED", panelId: "again", state: {} });
  expect(stage.client.opening).toMatchObject({ panelId: "again" });
});
