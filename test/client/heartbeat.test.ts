import { expect, test } from "vitest";
import { unpack } from "./support/definitions.ts";
import { settled } from "./support/fakeClock.ts";
import { connected, expectNothingLeft } from "./support/stage.ts";

const heartbeat = { interval: 100, deadline: 30 };

test("a ping leaves at every interval, and an answer keeps the connection", async () => {
  const { client, line, clock } = await connected("panel", { heartbeat });
  for (let beat = 1; beat <= 3; beat += 1) {
    await clock.pass(100);
    expect(line.frames).toHaveLength(beat);
    line.say({ type: "PONG" });
  }
  expect([client.state, line.frames[0]]).toEqual(["open", { type: "PING" }]);
});

test("leaves though as much is pending as may be: a quiet server is not dead", async () => {
  const { client, line, clock } = await connected("panel", { heartbeat, maxPending: 1 });
  const asked = expect(client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "closed" });
  await clock.pass(100);
  expect(line.frames.at(-1)).toEqual({ type: "PING" });
  line.say({ type: "PONG" });
  await clock.pass(99);
  expect(client.state).toBe("open");
  await client.close();
  await asked;
});

test("any frame is a sign of life", async () => {
  const { client, line, clock } = await connected("panel", { heartbeat });
  await clock.pass(100);
  line.say({ what: "is this" });
  await clock.pass(99);
  expect(client.state).toBe("open");
});

test("silence beyond the deadline ends the connection, and another is made", async () => {
  const { client, line, clock, server } = await connected("panel", { heartbeat });
  const asked = expect(client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "closed" });
  await clock.pass(100);
  line.say({ type: "PONG" });
  await clock.pass(130);
  await asked;
  expect([client.state, line.closedBy?.code]).toEqual(["reconnecting", 4408]);
  // The next attempt, and no beat of the connection that is gone.
  expect(clock.waits).toEqual([500]);
  await clock.pass(500);
  expect(server.connections).toHaveLength(2);
});

test("a connection that is lost has no beat any more", async () => {
  const { line, clock } = await connected("panel", { heartbeat });
  line.end();
  expect(clock.waits).toEqual([500]);
});

test("the answer to a heartbeat is not taken for the answer to a ping of the user's", async () => {
  const { client, line, clock } = await connected("panel", { heartbeat });
  await clock.pass(100);
  const asked = client["ping"]?.();
  let isAnswered = false;
  asked?.then(() => {
    isAnswered = true;
  });
  line.say({ type: "PONG" });
  await settled();
  expect(isAnswered).toBe(false);
  line.say({ type: "PONG" });
  expect(await asked).toEqual({ type: "PONG" });
});

test("none is sent where the options say so, or the contract has none", async () => {
  for (const [protocol, options] of [
    ["panel", { heartbeat: false }],
    ["terminal", {}],
  ] as const) {
    const stage = await connected(protocol, options);
    await stage.clock.pass(100_000);
    expect(stage.line.raw).toEqual([]);
    await stage.client.close();
    expectNothingLeft(stage);
  }
});

test("a ping of the server is answered, with the time where the contract has a place for it", async () => {
  const { line, clock } = await connected("nodetool", { heartbeat: false });
  line.say({ type: "ping" });
  await settled();
  expect(unpack(line.raw[0])).toEqual({ type: "pong", ts: clock.now() / 1000 });
});
