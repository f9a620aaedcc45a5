import { describe, expect, test } from "vitest";
import { unpack } from "./support/definitions.ts";
import { settled } from "./support/fakeClock.ts";
import { connected, expectNothingLeft, greet, reconnected } from "./support/stage.ts";

const patch = (key: string) => ({ type: "PATCH", mutations: [{ op: "set", key, value: 1 }] });

test("a lost connection is made again, and listeners stay", async () => {
  const stage = await connected("panel");
  const [states, heard]: [unknown[], unknown[]] = [[], []];
  stage.client.onStateChange((state, reason) => states.push([state, reason?.code]));
  stage.client.on("PATCH", (body) => heard.push(body));
  const line = await reconnected("panel", stage);
  line.say(patch("a"));
  expect(states).toEqual([
    ["reconnecting", "closed"],
    ["open", undefined],
  ]);
  expect(heard).toEqual([patch("a")]);
});

test("what was in flight fails, and is not sent again", async () => {
  const stage = await connected("panel");
  const asked = expect(stage.client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "closed", closeCode: 1006 });
  const line = await reconnected("panel", stage);
  await asked;
  expect(line.frames).toEqual([]);
});

test("every connection that succeeds gives all attempts back", async () => {
  const stage = await connected("panel", { reconnect: { attempts: 2 } });
  for (let loss = 0; loss < 5; loss += 1) await reconnected("panel", stage);
  expect([stage.client.state, stage.server.connections.length]).toEqual(["open", 6]);
});

describe("the delays between attempts", () => {
  test("double up to a limit, and begin anew after a connection that lasted", async () => {
    const stage = await connected("panel", { heartbeat: false, reconnect: { initialDelay: 100, maxDelay: 500, attempts: 9 } });
    const delays = async (count: number) => {
      const waited: (number | undefined)[] = [];
      for (let attempt = 0; attempt < count; attempt += 1) {
        stage.server.latest.end();
        waited.push(stage.clock.waits[0]);
        await stage.clock.pass(stage.clock.waits[0] ?? 0);
      }
      return waited;
    };
    expect(await delays(4)).toEqual([100, 200, 400, 500]);
    greet("panel", stage.server.latest);
    expect(await delays(1)).toEqual([500]);
    greet("panel", stage.server.latest);
    await stage.clock.pass(10_000);
    expect(await delays(2)).toEqual([100, 200]);
  });

  test("are cut at random by up to a half", async () => {
    const stage = await connected("panel", { heartbeat: false, reconnect: { initialDelay: 100 } });
    stage.clock.chance = 0.5;
    stage.line.end();
    expect(stage.clock.waits).toEqual([75]);
  });
});

describe("a client ends for good", () => {
  test("where no attempt is left: unreachable, with the last failure as its cause", async () => {
    const stage = await connected("panel", { heartbeat: false, reconnect: { attempts: 3 } });
    const [states, queued]: [unknown[], unknown[]] = [[], []];
    stage.client.onStateChange((state, reason) => states.push([state, reason?.code]));
    stage.line.end();
    const sent = stage.client["subscribe"]?.({ topics: ["a"] }).catch((error: unknown) => queued.push(error));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await stage.clock.pass(60_000);
      stage.server.latest.end({ reason: "ECONNREFUSED" });
    }
    await stage.client.closed;
    await sent;
    expect(states).toEqual([
      ["reconnecting", "closed"],
      ["closed", "unreachable"],
    ]);
    expect(queued).toMatchObject([{ code: "unreachable", cause: { code: expect.stringMatching(/unreachable|timeout/) } }]);
    expectNothingLeft(stage);
  });

  test.each([
    ["the upgrade refuses it", "panel", { status: 401 }, "refused"],
    ["the contract's refusal closes it", "nodetool", { code: 1008, reason: "bad token" }, "refused"],
    ["the server closes it in peace", "panel", { code: 1000 }, "closed"],
  ])("where %s", async (_, protocol, end, code) => {
    const stage = await connected(protocol);
    const reasons: unknown[] = [];
    stage.client.onStateChange((state, reason) => reasons.push([state, reason?.code]));
    stage.line.end(end);
    await stage.client.closed;
    expect(reasons).toEqual([["closed", code]]);
    expectNothingLeft(stage);
  });

  test("where it is not to reconnect", async () => {
    const stage = await connected("panel", { reconnect: false });
    stage.line.end({ code: 1012 });
    await stage.client.closed;
    expect([stage.client.state, stage.server.connections.length]).toEqual(["closed", 1]);
    expectNothingLeft(stage);
  });
});

test.each([408, 425, 429, 500, 503])("a passing refusal, HTTP %i, is tried again", async (status) => {
  const stage = await connected("panel");
  stage.line.end();
  await stage.clock.pass(500);
  stage.server.latest.end({ status });
  expect(stage.client.state).toBe("reconnecting");
  await stage.client.close();
  expectNothingLeft(stage);
});

describe("a new connection is brought to where the one before was", () => {
  test("topics: what was added and what was left, against the initial ones", async () => {
    const stage = await connected("panel");
    await stage.client["subscribe"]?.({ topics: ["a", "b", "state"] });
    await stage.client["unsubscribe"]?.({ topics: ["b", "events"] });
    for (let loss = 0; loss < 2; loss += 1) {
      const line = await reconnected("panel", stage);
      expect(line.frames).toEqual([
        { type: "SUBSCRIBE", topics: ["a"] },
        { type: "UNSUBSCRIBE", topics: ["events"] },
      ]);
    }
  });

  test("only after its opening message", async () => {
    const stage = await connected("panel");
    await stage.client["subscribe"]?.({ topics: ["a"] });
    stage.line.end();
    await stage.clock.pass(500);
    stage.server.latest.open();
    expect(stage.server.latest.raw).toEqual([]);
  });

  test("then the encoding, then what waited, in its order", async () => {
    const stage = await connected("nodetool");
    const mode = { command: "set_mode", data: { mode: "text" } };
    const switched = stage.client["setMode"]?.({ mode: "text" });
    stage.line.say({ message: "switched" });
    await switched;
    expect(unpack(stage.line.raw[0])).toEqual(mode);
    stage.line.end();
    const cancel = stage.client["cancelJob"]?.({ job_id: "j" });
    await stage.clock.pass(500);
    stage.server.latest.open();
    const [first, ...others] = stage.server.latest.raw;
    expect([unpack(first), ...others]).toEqual([mode, '{"command":"cancel_job","data":{"job_id":"j"}}']);
    stage.server.latest.say({ message: "switched" });
    stage.server.latest.say({ message: "cancelled", job_id: "j" });
    expect(await cancel).toEqual({ message: "cancelled", job_id: "j" });
  });

  test("with fresh credentials for each attempt", async () => {
    let asked = 0;
    const token = async () => `t${++asked}`;
    const stage = await connected("panel", { query: { token } });
    stage.line.end();
    await stage.clock.pass(500);
    stage.server.latest.end();
    await stage.clock.pass(1000);
    expect(stage.server.connections.map(({ target }) => target.url.search)).toEqual(["?token=t1", "?token=t2", "?token=t3"]);
  });

  test("with a fresh signature on every frame, those that waited included", async () => {
    let asked = 0;
    const auth = () => ({ address: "a", message: "m", signature: `s${++asked}` });
    const stage = await connected("flowork", { auth });
    stage.client["requestDrives"]?.({}).catch(() => {});
    stage.line.end();
    stage.client["requestSettings"]?.({}).catch(() => {});
    await stage.clock.pass(500);
    stage.server.latest.open();
    const signatures = stage.server.connections.map(({ frames }) => frames.map((frame) => (frame as { auth: unknown }).auth));
    expect(signatures).toEqual([
      [{ address: "a", message: "m", signature: "s1" }],
      [{ address: "a", message: "m", signature: "s2" }],
    ]);
    await stage.client.close();
  });
});

describe("what is sent without a connection", () => {
  test("waits in order, as it was when it was given", async () => {
    const stage = await connected("panel");
    stage.line.end();
    const topics = ["a"];
    const sent = [stage.client["subscribe"]?.({ topics }), stage.client["subscribe"]?.({ topics: ["b"] })];
    topics.push("later");
    await stage.clock.pass(500);
    greet("panel", stage.server.latest);
    await Promise.all(sent);
    expect(stage.server.latest.frames).toEqual([
      { type: "SUBSCRIBE", topics: ["a"] },
      { type: "SUBSCRIBE", topics: ["b"] },
    ]);
  });

  test("is checked at once", async () => {
    const stage = await connected("panel");
    stage.line.end();
    await expect(stage.client["subscribe"]?.({ topics: 1 })).rejects.toMatchObject({ code: "invalid-message" });
  });

  test.each([
    ["messages", { messages: 2 }],
    ["bytes", { bytes: 80 }],
  ])("is bounded in %s", async (_, queue) => {
    const stage = await connected("panel", { queue });
    stage.line.end();
    const sent = [1, 2, 3].map((count) => stage.client["subscribe"]?.({ topics: [`${count}`] }));
    await expect(sent[2]).rejects.toMatchObject({ code: "overloaded" });
    await stage.clock.pass(500);
    greet("panel", stage.server.latest);
    await Promise.all(sent.slice(0, 2));
    expect(stage.server.latest.frames).toHaveLength(2);
  });

  test("is not sent where it was given up meanwhile", async () => {
    const stage = await connected("panel", { heartbeat: false });
    stage.line.end();
    const giving = new AbortController();
    const aborted = expect(stage.client["trigger"]?.({ tool: "a" }, { signal: giving.signal })).rejects.toMatchObject({
      code: "aborted",
    });
    const late = expect(stage.client["trigger"]?.({ tool: "b" }, { timeout: 100 })).rejects.toMatchObject({ code: "timeout" });
    giving.abort();
    await stage.clock.pass(500);
    await Promise.all([aborted, late]);
    greet("panel", stage.server.latest);
    await settled();
    expect(stage.server.latest.frames).toEqual([]);
  });
});

test("a connection that takes no more is told to whoever sends, and bounded", async () => {
  const { client, line } = await connected("panel", { queue: { bytes: 100 } });
  line.buffered = 101;
  await expect(client["subscribe"]?.({ topics: ["a"] })).rejects.toMatchObject({ code: "overloaded" });
  line.buffered = 100;
  await client["subscribe"]?.({ topics: ["a"] });
  expect(line.frames).toHaveLength(1);
});
