import { describe, expect, test } from "vitest";
import { settled } from "./support/fakeClock.ts";
import { connected, expectNothingLeft, greet, OPENING, stageOf } from "./support/stage.ts";

const panel = { parameters: { id: "p" } };

test("connecting resolves when the opening message is here, and not before", async () => {
  const { connect, server } = await stageOf("panel");
  let isDone = false;
  const connecting = connect(panel).then((client) => {
    isDone = true;
    return client;
  });
  await settled();
  server.latest.open();
  await settled();
  expect(isDone).toBe(false);
  server.latest.say(OPENING["panel"]);
  const client = await connecting;
  expect([client.state, client.opening]).toEqual(["open", OPENING["panel"]]);
});

test("without an opening message in the contract, connecting resolves when the connection is open", async () => {
  const { client } = await connected("nodetool");
  expect([client.state, client.opening]).toEqual(["open", undefined]);
});

describe("a connection that does not come about", () => {
  test.each([
    ["is refused by the upgrade", { code: 1006, reason: "", status: 401 }, { code: "refused", status: 401 }],
    ["is refused for a moment", { code: 1006, reason: "", status: 503 }, { code: "refused", status: 503 }],
    ["finds nobody", { code: 1006, reason: "ECONNREFUSED" }, { code: "unreachable" }],
    ["is closed before its opening message", { code: 1008, reason: "no" }, { code: "refused", closeCode: 1008 }],
  ])("%s", async (_, end, wanted) => {
    const stage = await stageOf("panel");
    const connecting = stage.connect(panel);
    const failed = expect(connecting).rejects.toMatchObject(wanted);
    await settled();
    stage.server.latest.end(end);
    await failed;
    await stage.clock.pass(60_000);
    expect(stage.server.connections).toHaveLength(1);
    expectNothingLeft(stage);
  });

  test.each([
    ["the connection never opens", () => {}],
    ["the opening message never comes", (stage: Awaited<ReturnType<typeof stageOf>>) => stage.server.latest.open()],
  ])("times out where %s", async (_, play) => {
    const stage = await stageOf("panel");
    const failed = expect(stage.connect({ ...panel, timeout: 70 })).rejects.toMatchObject({ code: "timeout" });
    await settled();
    play(stage);
    await stage.clock.pass(70);
    await failed;
    expectNothingLeft(stage);
  });

  test.each([
    [{ timeout: Number.NaN }, "options.timeout must be a number from 0 on, or Infinity, got NaN"],
    [{ requestTimeout: -1 }, "options.requestTimeout must be a number from 0 on, or Infinity, got -1"],
    [{ reconnect: { attempts: "3" as never } }, 'reconnect.attempts must be a number from 0 on, or Infinity, got "3"'],
    [{ queue: { bytes: Number.NaN } }, "queue.bytes must be a number from 0 on, or Infinity, got NaN"],
  ])("refuses options that are no numbers: %j", async (options, message) => {
    const stage = await stageOf("panel");
    await expect(async () => stage.connect({ ...panel, ...options })).rejects.toThrow(new TypeError(message));
    expect(stage.server.connections).toEqual([]);
  });

  test("tells as the cause what came in place of the opening message", async () => {
    const stage = await stageOf("panel");
    const cause = { code: "invalid-message", messageName: "CONNECTED" };
    const failed = expect(stage.connect(panel)).rejects.toMatchObject({ code: "timeout", cause });
    await settled();
    stage.server.latest.open();
    stage.server.latest.say({ type: "CONNECTED" });
    await stage.clock.pass(10_000);
    await failed;
  });

  test("times out where a credential is never given", async () => {
    const stage = await stageOf("panel");
    const asking = { ...panel, query: { token: () => new Promise<string>(() => {}) } };
    const failed = expect(stage.connect(asking)).rejects.toMatchObject({ code: "timeout" });
    await stage.clock.pass(10_000);
    await failed;
    expectNothingLeft(stage);
  });

  test("is unreachable where a credential cannot be had; the cause says why", async () => {
    const stage = await stageOf("panel");
    const cause = new Error("the vault is shut");
    const token = () => Promise.reject(cause);
    await expect(stage.connect({ ...panel, query: { token } })).rejects.toMatchObject({ code: "unreachable", cause });
    expectNothingLeft(stage);
  });

  test("tells no secret in its error", async () => {
    const stage = await stageOf("panel", "ws://user:hidden@host.test/?key=hidden");
    const failed = stage.connect({ ...panel, query: { token: "hidden" } }).catch((error: Error) => error);
    await settled();
    stage.server.latest.end();
    expect(String(await failed)).toContain("ws://host.test/panels/p/ws");
    expect(String(await failed)).not.toContain("hidden");
  });
});

describe("a signal", () => {
  test.each([
    "credentials are asked for",
    "the connection opens",
    "the opening message is awaited",
  ])("gives up while %s", async (phase) => {
    const stage = await stageOf("panel");
    const giving = new AbortController();
    const failed = expect(stage.connect({ ...panel, signal: giving.signal })).rejects.toMatchObject({ code: "aborted" });
    if (phase !== "credentials are asked for") await settled();
    if (phase === "the opening message is awaited") stage.server.latest.open();
    giving.abort();
    await failed;
    await settled();
    expectNothingLeft(stage);
  });

  test("that fired already connects to nobody", async () => {
    const stage = await stageOf("panel");
    await expect(stage.connect({ ...panel, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    expect(stage.server.connections).toHaveLength(0);
  });

  test("does nothing once connected", async () => {
    const giving = new AbortController();
    const { client } = await connected("panel", { signal: giving.signal });
    giving.abort();
    await settled();
    expect(client.state).toBe("open");
  });
});

test("what comes at once with the opening message reaches who listens as soon as connected", async () => {
  const stage = await stageOf("panel");
  const heard: unknown[] = [];
  const connecting = stage.connect(panel).then((client) => client.on("PATCH", (body) => heard.push(body)));
  await settled();
  greet("panel", stage.server.latest);
  const patch = { type: "PATCH", mutations: [] };
  stage.server.latest.say(patch);
  await connecting;
  await stage.clock.pass(0);
  expect(heard).toEqual([patch]);
});

test("the first opening message is heard too, before what follows it", async () => {
  const stage = await stageOf("panel");
  const heard: unknown[] = [];
  const connecting = stage.connect(panel).then((client) => {
    client.on("PATCH", (body) => heard.push(body));
    client.on("CONNECTED", (body) => heard.push(body));
  });
  await settled();
  greet("panel", stage.server.latest);
  const patch = { type: "PATCH", mutations: [] };
  stage.server.latest.say(patch);
  await connecting;
  await stage.clock.pass(0);
  expect(heard).toEqual([OPENING["panel"], patch]);
});

test("what comes before the opening message is kept for nobody", async () => {
  const stage = await stageOf("panel");
  const heard: unknown[] = [];
  const connecting = stage.connect(panel).then((client) => client.on("PATCH", (body) => heard.push(body)));
  await settled();
  stage.server.latest.open();
  stage.server.latest.say({ type: "PATCH", mutations: [] });
  stage.server.latest.say(OPENING["panel"]);
  await connecting;
  await stage.clock.pass(0);
  expect(heard).toEqual([]);
});
