import { describe, expect, test } from "vitest";
import type { Limits } from "../../runtime/src/server/limits.ts";
import { type RoomHandlers, serveRoom, turns } from "./support/serveRoom.ts";

function limited(limits: Partial<Limits>, handlers: RoomHandlers = {}) {
  const room = serveRoom(handlers, { limits });
  const peer = room.listener.connect();
  peer.taken();
  return { ...room, peer };
}

const forever = () => new Promise(() => undefined);
const times = (count: number, run: (n: number) => void) => Array.from({ length: count }, (_, n) => run(n));

describe("rate", () => {
  test("frames over it are answered by an error; where that goes on, the connection ends with 1008", () => {
    const { peer, server, clock } = limited({ rate: 10, burst: 5 });
    times(6, (n) => peer.says({ type: "say", text: "x", id: String(n) }));
    expect(peer.taken().at(-1)).toEqual({ type: "fault", code: "FAILED", text: "too many messages", id: "5" });
    clock.pass(1000);
    times(5, () => peer.says({ type: "say", text: "x" }));
    expect(peer.taken()).toHaveLength(5);
    times(6, () => peer.says({ type: "say", text: "x" }));
    expect(peer.closing).toEqual({ code: 1008, reason: "too many messages" });
    expect(server.counts.throttled).toBe(7);
  });

  test("a flood is ended too where now and then a frame of it is within the rate; a client a little over it is not", () => {
    const flood = limited({});
    for (let n = 0; n < 1000; n += 1) {
      flood.clock.pass(1);
      flood.peer.says({ type: "note" });
    }
    expect(flood.peer.closing?.code).toBe(1008);
    const eager = limited({});
    for (let n = 0; n < 3000; n += 1) {
      eager.clock.pass(7);
      eager.peer.says({ type: "note" });
    }
    expect([eager.peer.closing, eager.server.counts.throttled > 100]).toEqual([undefined, true]);
  });

  test("that is turned off lets all through", () => {
    const { peer } = limited({ rate: Number.POSITIVE_INFINITY });
    times(1000, () => peer.says({ type: "say", text: "x" }));
    expect(peer.frames).toHaveLength(1000);
  });
});

describe("pending", () => {
  test("requests over it are answered by an error with their field, and counted", () => {
    const { peer, server } = limited({ pending: 3 }, { say: forever });
    times(5, (n) => peer.says({ type: "say", text: "x", id: String(n) }));
    expect(peer.frames).toMatchObject([{ text: "too many requests are pending", id: "3" }, { id: "4" }]);
    expect(server.counts.overloaded).toBe(2);
  });

  test("errors that must wait for older answers are bounded too: beyond twice as many, close 1008", () => {
    const { peer } = limited({ pending: 3 }, { say: forever });
    times(7, () => peer.says({ type: "say", text: "x" }));
    expect(peer.frames).toEqual([]);
    expect(peer.closing?.code).toBe(1008);
  });

  test("streams that wait for their turn count", async () => {
    const { peer } = limited({ pending: 2 }, { query: forever });
    times(3, () => peer.says({ type: "query" }));
    expect(peer.frames).toMatchObject([{ text: "too many requests are pending" }]);
  });
});

test("subscriptions over the limit, or of endless names, are refused as a whole", () => {
  const { peer, server } = limited({ subscriptions: 3, topic: 8 });
  peer.says({ type: "subscribe", topics: ["a", "b", "c"] });
  peer.says({ type: "subscribe", topics: ["a".repeat(9)] });
  expect(peer.frames).toMatchObject([{ text: "too many subscriptions" }, { text: "too many subscriptions" }]);
  expect([...server.sessions].map(({ topics }) => [...topics])).toEqual([["state"]]);
});

describe("outbound", () => {
  test("a slow reader is dropped with 1013, counted, and cut off where it does not answer; others go on", () => {
    const { peer, server, clock, listener } = limited({ outbound: 1000 });
    const other = listener.connect();
    peer.unread = 1001;
    peer.answersClose = false;
    server.broadcast("patch", { n: 1 });
    server.broadcast("patch", { n: 2 });
    expect(peer.closing?.code).toBe(1013);
    expect([peer.frames.length, other.frames.length, server.sessions.size, server.counts.slowReaders]).toEqual([1, 3, 1, 1]);
    clock.pass(5000);
    expect(peer.isTerminated).toBe(true);
  });
});

test("inbound: what comes before the opening message is bounded", () => {
  const room = serveRoom({ hello: forever }, { limits: { inbound: 100 } });
  const peer = room.listener.connect();
  peer.says({ type: "say", text: "x".repeat(100) });
  expect(peer.closing?.code).toBe(1008);
});

describe("nesting", () => {
  const nested = (depth: number) => `{"type":"note","x":${"[".repeat(depth)}${"]".repeat(depth)}}`;

  test.each([
    [98, true],
    [99, true],
    [100, false],
    [5000, false],
    [400_000, false],
  ])("%s lists deep", (depth, isFine) => {
    const { peer } = limited({});
    peer.says(nested(depth));
    expect(peer.taken().length === 0).toBe(isFine);
    peer.says({ type: "say", text: "alive" });
    expect(peer.frames).toMatchObject([{ type: "said" }]);
  });
});

describe("silence", () => {
  test("is asked about with a ping, and ends the connection where nothing comes back", () => {
    const { peer, clock, server } = limited({ idle: 30, alive: 10 });
    clock.pass(30);
    expect([peer.pings, peer.isTerminated]).toEqual([1, false]);
    clock.pass(10);
    expect([peer.isTerminated, server.sessions.size, clock.pending]).toEqual([true, 0, 0]);
  });

  test("is over with any sign of life: a frame, or the transport's own", () => {
    const { peer, clock } = limited({ idle: 30, alive: 10 });
    clock.pass(29);
    peer.says({ type: "note" });
    clock.pass(29);
    expect(peer.pings).toBe(0);
    clock.pass(1);
    expect(peer.pings).toBe(1);
    clock.pass(5);
    peer.alive();
    clock.pass(24);
    expect([peer.pings, peer.isTerminated]).toEqual([1, false]);
  });
});

test("the answer to a ping carries the time, from the server's clock", async () => {
  const { peer, clock } = limited({});
  peer.says({ type: "ping" });
  await turns();
  expect(peer.frames).toEqual([{ type: "pong", ts: clock.now() / 1000 }]);
});

test.each([
  [{ pending: Number.NaN }, "limits.pending must be a number from 0 on, or Infinity, got NaN"],
  [{ rate: -1 }, "limits.rate must be a number from 0 on, or Infinity, got -1"],
  [{ payload: "1mb" }, 'limits.payload must be a number from 0 on, or Infinity, got "1mb"'],
  [{ handshake: null }, "limits.handshake must be a number from 0 on, or Infinity, got null"],
  [{ payloads: 1 }, 'limits has no "payloads"'],
])("what is no limit is refused before it holds nothing back: %j", (limits, message) => {
  expect(() => serveRoom({}, { limits: limits as Partial<Limits> })).toThrow(new TypeError(message));
});

test("a limit that is undefined is the default", () => {
  const { peer } = limited({ payload: undefined, burst: undefined, rate: undefined } as unknown as Partial<Limits>);
  for (let n = 0; n < 700; n++) peer.says({ type: "ping" });
  expect(peer.closing?.code).toBe(1008);
});

test("a heartbeat is answered though as much is pending as may be, and is bounded all the same", () => {
  const { peer } = limited({ pending: 2, rate: Number.POSITIVE_INFINITY }, { say: forever, find: forever });
  peer.says({ type: "say", text: "x" });
  peer.says({ type: "find" });
  peer.says({ type: "ping" });
  expect(peer.taken()).toMatchObject([{ type: "pong" }]);
  const slow = limited({ pending: 2 }, { ping: forever });
  for (let n = 0; n < 5; n++) slow.peer.says({ type: "ping" });
  expect(slow.server.counts.overloaded).toBe(1);
});
