import { describe, expect, test } from "vitest";
import { settled } from "./support/fakeClock.ts";
import { connected, expectNothingLeft, type TestClient, type TestStream } from "./support/stage.ts";

test("closing settles everything that is pending, and leaves nothing", async () => {
  const stage = await connected("nodetool");
  const giving = new AbortController();
  const { client } = stage;
  const options = { signal: giving.signal };
  const asked = client["getStatus"]?.({}, options);
  const stream = client["runJob"]?.({ workflow_id: "w" }, options) as unknown as TestStream;
  const next = stream.next();
  const failures = [asked, stream.reply, next].map((promise) => expect(promise).rejects.toMatchObject({ code: "closed" }));
  await client.close();
  await Promise.all(failures);
  await client.closed;
  expect([client.state, stage.line.closedBy]).toEqual(["closed", { code: 1000, reason: "" }]);
  expectNothingLeft(stage);
});

test("closing twice, or after the end, is closing once", async () => {
  const stage = await connected("panel");
  const states: unknown[] = [];
  stage.client.onStateChange((state) => states.push(state));
  await Promise.all([stage.client.close(), stage.client.close()]);
  await stage.client.close();
  expect(states).toEqual(["closed"]);
  expectNothingLeft(stage);
});

test("what is called after the close fails at once", async () => {
  const { client, line } = await connected("nodetool");
  await client.close();
  await expect(client["cancelJob"]?.({ job_id: "j" })).rejects.toMatchObject({ code: "closed" });
  await expect((client["runJob"]?.({ workflow_id: "w" }) as unknown as TestStream).next()).rejects.toMatchObject({
    code: "closed",
  });
  expect(line.raw).toEqual([]);
});

describe("what is called after the end says why, and how", () => {
  const call = (client: TestClient) => client["cancelJob"]?.({ job_id: "j" });

  test("where the server refused", async () => {
    const { client, line } = await connected("nodetool");
    line.end({ code: 1008, reason: "bad token" });
    await client.closed;
    await expect(call(client)).rejects.toMatchObject({
      message: "[closed] cancel_job: ws://host.test/ws: closed with 1008: bad token",
      cause: { code: "refused" },
      closeCode: 1008,
      closeReason: "bad token",
    });
  });

  test("where the server closed in good order", async () => {
    const { client, line } = await connected("nodetool");
    line.end({ code: 1000, reason: "bye" });
    await client.closed;
    await expect(call(client)).rejects.toMatchObject({
      message: "[closed] cancel_job: ws://host.test/ws: the connection closed with 1000: bye",
      closeCode: 1000,
    });
  });

  test("where no attempt was left, by the last one", async () => {
    const { client, line, clock, server } = await connected("nodetool", { reconnect: { attempts: 1 } });
    line.end();
    await clock.pass(500);
    server.latest.end({ status: 503, reason: "busy" });
    await client.closed;
    const text = "no attempt is left: ws://host.test/ws: HTTP 503: busy";
    await expect(call(client)).rejects.toMatchObject({
      message: `[closed] cancel_job: ${text}`,
      cause: { code: "unreachable", message: `[unreachable] ${text}`, status: 503 },
      status: 503,
    });
  });

  test("where the client was closed", async () => {
    const { client } = await connected("nodetool");
    await client.close();
    await expect(call(client)).rejects.toMatchObject({ message: "[closed] cancel_job: the client was closed" });
  });
});

test("a server that does not answer the close is not waited for without end", async () => {
  const stage = await connected("panel");
  stage.line.answersClose = false;
  let isClosed = false;
  const closing = stage.client.close().then(() => {
    isClosed = true;
  });
  await settled();
  expect(isClosed).toBe(false);
  await stage.clock.pass(5_000);
  await closing;
  expect(stage.clock.timers).toBe(0);
});

describe("closing while reconnecting", () => {
  test("before the next attempt", async () => {
    const stage = await connected("panel");
    stage.line.end();
    const queued = expect(stage.client["subscribe"]?.({ topics: [] })).rejects.toMatchObject({ code: "closed" });
    await stage.client.close();
    await queued;
    await stage.clock.pass(60_000);
    expect(stage.server.connections).toHaveLength(1);
    expectNothingLeft(stage);
  });

  test("while credentials are asked for", async () => {
    let isFirst = true;
    const token = () => {
      if (!isFirst) return new Promise<string>(() => {});
      isFirst = false;
      return "t";
    };
    const stage = await connected("panel", { query: { token } });
    stage.line.end();
    await stage.clock.pass(500);
    await stage.client.close();
    expectNothingLeft(stage);
  });

  test.each(["before it opens", "before its opening message"])("while a connection is made, %s", async (phase) => {
    const stage = await connected("panel");
    stage.line.end();
    await stage.clock.pass(500);
    if (phase === "before its opening message") stage.server.latest.open();
    await stage.client.close();
    expect(stage.server.latest.closedBy?.code).toBe(1000);
    expectNothingLeft(stage);
  });
});

test("a handler may close its client", async () => {
  const stage = await connected("panel");
  stage.client.on("EVENT", () => void stage.client.close());
  const asked = expect(stage.client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "closed" });
  stage.line.say({ type: "EVENT", event: { name: "e", payload: 1, timestamp: 1 } });
  await asked;
  await stage.client.closed;
  expectNothingLeft(stage);
});

test("a block of `await using` closes its client at its end", async () => {
  const stage = await connected("panel");
  await stage.client[Symbol.asyncDispose]();
  expect(stage.client.state).toBe("closed");
});

test("what comes after the end is heard by nobody", async () => {
  const { client, line } = await connected("panel");
  const heard: unknown[] = [];
  client.on("EVENT", (body) => heard.push(body));
  line.answersClose = false;
  void client.close();
  line.say({ type: "EVENT", event: { name: "e", payload: 1, timestamp: 1 } });
  expect(heard).toEqual([]);
});
