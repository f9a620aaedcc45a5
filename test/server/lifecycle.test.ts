import { describe, expect, test } from "vitest";
import type { Broadcaster, BroadcastNotice } from "../../runtime/src/server/broadcaster.ts";
import { deferred, serveRoom, turns } from "./support/serveRoom.ts";

describe("close", () => {
  test("takes no more, lets what is in flight end, then says 1001", async () => {
    const gate = deferred<{ text: string }>();
    const { server, listener, clock } = serveRoom({ say: () => gate.promise });
    const [busy, idle] = [listener.connect(), listener.connect()];
    busy.taken();
    busy.says({ type: "say", text: "x" });
    const closed = server.close();
    expect(listener.isStopped).toBe(true);
    await turns();
    expect([busy.closing, idle.closing]).toEqual([undefined, undefined]);
    idle.says({ type: "say", text: "late" });
    expect(idle.frames.at(-1)).toMatchObject({ type: "fault", text: "the server is closing" });
    gate.resolve({ text: "done" });
    await closed;
    expect(busy.frames).toEqual([{ type: "said", text: "done" }]);
    expect([busy.closing?.code, idle.closing?.code]).toEqual([1001, 1001]);
    expect([listener.isClosed, server.sessions.size, clock.pending]).toEqual([true, 0, 0]);
  });

  test("waits no longer than its deadline, and cuts off who does not answer", async () => {
    const { server, listener, clock } = serveRoom({ say: () => new Promise(() => undefined) });
    const peer = listener.connect();
    peer.answersClose = false;
    peer.says({ type: "say", text: "x" });
    const closed = server.close({ deadline: 100 });
    clock.pass(100);
    await turns();
    expect(peer.closing?.code).toBe(1001);
    clock.pass(5000);
    await closed;
    expect([peer.isTerminated, clock.pending]).toEqual([true, 0]);
  });

  test("may be called again, and turns away who comes after", async () => {
    const { server, listener } = serveRoom();
    await Promise.all([server.close(), server.close()]);
    expect(listener.connect().closing?.code).toBe(1001);
  });
});

test("a connection that comes and goes leaves nothing behind, whatever its handlers do later", async () => {
  const gates: ReturnType<typeof deferred<{ text: string }>>[] = [];
  const say = () => {
    const gate = deferred<{ text: string }>();
    gates.push(gate);
    return gate.promise;
  };
  const { server, listener, clock, errors } = serveRoom({ say });
  for (let n = 0; n < 1000; n++) {
    const peer = listener.connect();
    peer.says({ type: "say", text: "x" });
    peer.hangUp();
  }
  for (const [n, gate] of gates.entries()) n % 2 === 0 ? gate.resolve({ text: "late" }) : gate.reject(new Error("late"));
  await turns();
  expect([server.sessions.size, clock.pending, gates.length, errors.length]).toEqual([0, 0, 1000, 500]);
});

/** A broadcaster between servers of one test, that writes notices as another process would get them. */
function wire(): Broadcaster & { readonly listeners: Set<unknown> } {
  const listeners = new Set<(notice: BroadcastNotice) => void>();
  return {
    listeners,
    publish: async (notice) => {
      const text = JSON.stringify(notice);
      await Promise.resolve();
      for (const receive of listeners) receive(JSON.parse(text));
    },
    subscribe: (receive) => {
      listeners.add(receive);
      return () => listeners.delete(receive);
    },
  };
}

describe("a broadcaster", () => {
  test("carries broadcasts to other servers, and none comes twice", async () => {
    const broadcaster = wire();
    const [one, two] = [serveRoom({}, { broadcaster }), serveRoom({}, { broadcaster })];
    const peers = [one.listener.connect(), two.listener.connect(), two.listener.connect({ parameters: { room: "2" } })];
    for (const peer of peers) peer.taken();
    one.server.broadcast("patch", { n: 1 }, { parameters: { room: "1" } });
    expect(peers.map((peer) => peer.frames.length)).toEqual([1, 0, 0]);
    await turns();
    expect(peers.map((peer) => peer.frames)).toEqual([[{ type: "patch", n: 1 }], [{ type: "patch", n: 1 }], []]);
    await Promise.all([one.server.close(), two.server.close()]);
    expect(broadcaster.listeners.size).toBe(0);
  });

  test("is not trusted: what it brings is checked like anything that is sent", () => {
    const broadcaster = wire();
    const room = serveRoom({}, { broadcaster });
    const peer = room.listener.connect();
    peer.taken();
    for (const receive of broadcaster.listeners as Set<(notice: unknown) => void>) {
      receive({ origin: "x", parameters: {}, message: "patch", fields: { n: 1, token: "secret" } });
      receive({ origin: "x", message: "patch" });
      receive(null);
    }
    expect([peer.frames.length, room.errors.length]).toEqual([0, 3]);
  });

  test("that fails is told to the log; who is here has the message", async () => {
    const publish = () => Promise.reject(new Error("down"));
    const room = serveRoom({}, { broadcaster: { publish, subscribe: () => () => undefined } });
    const peer = room.listener.connect();
    room.server.broadcast("patch", { n: 1 });
    await turns();
    expect([peer.frames.length, room.errors.length]).toEqual([2, 1]);
  });
});
