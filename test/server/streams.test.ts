import { describe, expect, test } from "vitest";
import type { Session } from "../../runtime/src/server/session.ts";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { deferred, type RoomHandlers, serveRoom, turns } from "./support/serveRoom.ts";

function connected(handlers: RoomHandlers) {
  const room = serveRoom(handlers);
  const peer = room.listener.connect();
  peer.taken();
  return { ...room, peer };
}

const ITEMS = async function* () {
  yield ["item", { n: 1 }];
  yield ["item", { n: 2 }];
  yield ["over", {}];
};

describe("a stream", () => {
  test("sends what its generator yields, after the reply that the stub fills", async () => {
    const { peer } = connected({ watch: ITEMS });
    peer.says({ type: "watch", id: "w" });
    await turns();
    expect(peer.frames).toEqual([{ type: "ok", id: "w" }, { type: "item", n: 1 }, { type: "item", n: 2 }, { type: "over" }]);
  });

  test("may yield the reply itself, first, or a refusal alone, and may end without an item", async () => {
    const { peer } = connected({
      watch: async function* ({ id }: { id: string }) {
        if (id === "reply") yield ["ok", { id: "own" }];
        if (id === "fault") yield ["fault", { code: "BUSY", text: "later" }];
        else yield ["over", {}];
      },
    });
    for (const id of ["reply", "fault", "none"]) peer.says({ type: "watch", id });
    await turns();
    expect(peer.frames).toMatchObject([
      { type: "ok", id: "own" },
      { type: "over" },
      { type: "fault", code: "BUSY", id: "fault" },
      { type: "ok", id: "none" },
      { type: "over" },
    ]);
  });

  test("waits with its items until its reply has left", async () => {
    const first = deferred<undefined>();
    const { peer } = connected({ watch: ({ id }: { id?: string }) => (id === undefined ? first.promise : ITEMS()) });
    peer.says({ type: "watch" });
    peer.says({ type: "watch", id: "b" });
    await turns();
    expect(peer.frames).toEqual([]);
    first.resolve(undefined);
    await turns();
    expect(peer.frames.map((frame) => (frame as { type: string }).type)).toEqual(["ok", "ok", "item", "item", "over"]);
  });

  test("waits for a slow reader instead of losing it", async () => {
    const { peer, clock } = connected({ watch: ITEMS });
    peer.unread = 2 * 1024 * 1024;
    peer.says({ type: "watch", id: "w" });
    await turns();
    expect(peer.frames).toEqual([
      { type: "ok", id: "w" },
      { type: "item", n: 1 },
    ]);
    peer.unread = 0;
    clock.pass(5);
    await turns();
    expect(peer.frames).toHaveLength(4);
  });

  test("that never waits leaves turns to everybody else, and no timer behind", async () => {
    let given = 0;
    const endless = async function* () {
      for (;;) yield ["item", { n: given++ }];
    };
    const { peer, clock } = connected({ watch: endless });
    const idle = clock.pending;
    peer.says({ type: "watch", id: "w" });
    await turns();
    expect(given).toBe(128);
    clock.pass(0);
    await turns();
    expect(given).toBe(256);
    peer.hangUp(1000);
    await turns();
    expect([given, clock.pending]).toEqual([256, 0]);
    expect(idle).toBeGreaterThan(0);
  });

  test("that throws ends with the protocol's failure; its reply has left already", async () => {
    const { peer, errors } = connected({
      watch: async function* () {
        yield ["item", { n: 1 }];
        throw new Error("secret");
      },
    });
    peer.says({ type: "watch" });
    await turns();
    expect(peer.frames).toMatchObject([{ type: "ok" }, { type: "item" }, { type: "fault", text: "internal error" }]);
    expect(errors).toHaveLength(1);
  });

  test("that refuses before its first item answers the request", async () => {
    const { peer } = connected({
      // biome-ignore lint/correctness/useYield: a stream that never gets so far
      watch: async function* () {
        throw new WirepactError("rejected", "no", { reply: { code: "NO", text: "no" } });
      },
    });
    peer.says({ type: "watch", id: "1" });
    await turns();
    expect(peer.frames).toEqual([{ type: "fault", code: "NO", text: "no", id: "1" }]);
  });

  test("that yields what is no message fails, and its generator is told to stop", async () => {
    let stopped = false;
    const { peer, errors } = connected({
      query: async function* () {
        try {
          yield { n: 1 };
        } finally {
          stopped = true;
        }
      },
    });
    peer.says({ type: "query" });
    await turns();
    expect(peer.frames).toMatchObject([{ type: "fault", text: "internal error" }]);
    expect([stopped, errors.length]).toEqual([true, 1]);
  });

  test("is told to stop when the connection closes, and sends nothing more", async () => {
    const gate = deferred<undefined>();
    let stopped = false;
    const { peer, server } = connected({
      query: async function* () {
        try {
          yield ["item", { n: 1 }];
          await gate.promise;
          yield ["item", { n: 2 }];
        } finally {
          stopped = true;
        }
      },
    });
    peer.says({ type: "query" });
    await turns();
    peer.hangUp();
    gate.resolve(undefined);
    await turns();
    expect([stopped, peer.frames.length, server.counts.failures]).toEqual([true, 1, 0]);
  });

  test("of which one may run at a time lets the next one run after it", async () => {
    const gates = [deferred<undefined>(), deferred<undefined>()];
    let started = 0;
    const { peer } = connected({
      query: async function* () {
        const n = started++;
        yield ["item", { n }];
        await gates[n]?.promise;
        yield ["over", {}];
      },
    });
    peer.says({ type: "query" });
    peer.says({ type: "query" });
    await turns();
    expect([started, peer.taken()]).toEqual([1, [{ type: "item", n: 0 }]]);
    gates[0]?.resolve(undefined);
    await turns();
    expect([started, peer.taken()]).toEqual([2, [{ type: "over" }, { type: "item", n: 1 }]]);
    gates[1]?.resolve(undefined);
    await turns();
    expect(peer.frames).toEqual([{ type: "over" }]);
  });
});

describe("questions to the client", () => {
  const asking = () => {
    const room = serveRoom();
    const peer = room.listener.connect();
    peer.taken();
    const [session] = room.server.sessions;
    // The small protocol's answers, as a generated package would say.
    return { ...room, peer, session: session as Session<Record<string, unknown>, unknown, Record<string, unknown>> };
  };

  test("resolve with the answer that fits", async () => {
    const { peer, session } = asking();
    const [one, two] = [session.ask("ask", { text: "1?", id: "1" }), session.ask("ask", { text: "2?", id: "2" })];
    peer.says({ type: "answer", text: "two", id: "2" });
    peer.says({ type: "answer", text: "one", id: "1" });
    expect(await Promise.all([one, two])).toMatchObject([{ text: "one" }, { text: "two" }]);
  });

  test("fail in time, when given up, and when the connection closes; nothing is left", async () => {
    const { peer, session, clock } = asking();
    const controller = new AbortController();
    const before = clock.pending;
    const late = session.ask("ask", { text: "" }, { timeout: 5 });
    const aborted = session.ask("ask", { text: "" }, { signal: controller.signal });
    const closed = session.ask("ask", { text: "" });
    const ends = Promise.allSettled([late, aborted, closed]);
    clock.pass(5);
    controller.abort();
    expect(clock.pending).toBe(before + 1);
    peer.hangUp();
    expect((await ends).map((end) => end.status === "rejected" && end.reason.code)).toEqual(["timeout", "aborted", "closed"]);
    expect(clock.pending).toBe(0);
    await expect(session.ask("ask", { text: "" })).rejects.toThrow("[closed]");
  });

  test("that nothing answers are mistakes of the caller", async () => {
    await expect(asking().session.ask("item", { n: 1 })).rejects.toThrow(TypeError);
  });
});

test("a stream whose end throws at once is reported, and ends nothing else", async () => {
  const items = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise<never>(() => undefined),
      return: () => {
        throw new Error("no end");
      },
    }),
  };
  const { listener, errors, server } = serveRoom({ watch: () => items });
  const peer = listener.connect();
  peer.says({ type: "watch", id: "1" });
  peer.hangUp();
  await turns();
  expect([errors, server.sessions.size]).toEqual([[new Error("no end")], 0]);
});
