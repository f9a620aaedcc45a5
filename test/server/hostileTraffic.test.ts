import { describe, expect, test } from "vitest";
import type { Session } from "../../runtime/src/server/session.ts";
import { dial, isAlive, listenRoom, type Stranger } from "./support/listening.ts";
import { RawSocket, rawFrame } from "./support/rawSocket.ts";
import { deferred, turns } from "./support/serveRoom.ts";

/** Frames of a client until one that is wanted, this one included. */
async function framesUntil(stranger: Stranger, wanted: (frame: Record<string, unknown>) => boolean) {
  for (const frames: Record<string, unknown>[] = []; ; ) {
    const frame = (await stranger.next()) as Record<string, unknown>;
    frames.push(frame);
    if (wanted(frame)) return frames;
  }
}

describe("A7: who never reads", () => {
  test("is dropped with 1013 while a hundred megabytes reach everybody else, and is counted", async () => {
    const { url, port, server, clock } = await listenRoom({}, { limits: { closing: 50 } });
    const reader = await dial(url);
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1");
    await raw.until("hello");
    raw.socket.pause();
    const dropped = deferred<unknown>();
    const [, slow] = server.sessions;
    slow?.signal.addEventListener("abort", dropped.resolve);
    const text = "x".repeat(1_000_000);
    for (let n = 0; n < 100; n += 1) {
      server.broadcast("said", { text, id: String(n) });
      expect(await reader.next()).toMatchObject({ id: String(n) });
    }
    await dropped.promise;
    expect([server.sessions.size, server.counts.slowReaders]).toEqual([1, 1]);
    expect(slow?.send("said", { text })).toBe(false);
    raw.socket.resume();
    // What had left before the end, and no hundred megabytes.
    expect((await raw.ended).length).toBeLessThan(20_000_000);
    await expect.poll(() => clock.pending).toBe(1);
  });

  test("and asks all the time fares no better", async () => {
    const { port, server, url } = await listenRoom(
      { say: () => ({ text: "x".repeat(900_000) }) },
      { limits: { rate: Number.POSITIVE_INFINITY, outbound: 1_000_000, closing: 50 } },
    );
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1");
    await raw.until("hello");
    raw.socket.pause();
    const asked = rawFrame(1, JSON.stringify({ type: "say", text: "x" }));
    await raw.write(Buffer.concat(Array.from({ length: 100 }, () => asked)));
    await expect.poll(() => server.counts.slowReaders).toBe(1);
    raw.socket.resume();
    await raw.ended;
    await dial(url);
  });
});

describe("A8: who asks for too much", () => {
  test("10,000 messages at once: some are answered, some refused, then 1008; others are served", async () => {
    let handled = 0;
    const { url, server } = await listenRoom({ note: () => void handled++ });
    const stranger = await dial(url);
    for (let n = 0; n < 10_000; n += 1) stranger.send({ type: "note", text: "x" });
    expect(await stranger.closed).toEqual({ code: 1008, reason: "too many messages" });
    expect(handled).toBeLessThan(1000);
    expect(server.counts.throttled).toBeLessThan(1000);
    expect(await isAlive(url)).toBe(true);
  });

  test("10,000 requests at once: a hundred run, all others get the protocol's error with their id", async () => {
    let running = 0;
    const say = () => {
      running += 1;
      return new Promise(() => undefined);
    };
    const { url, server } = await listenRoom({ say }, { limits: { rate: Number.POSITIVE_INFINITY } });
    const stranger = await dial(url);
    for (let n = 0; n < 10_000; n += 1) stranger.send({ type: "say", text: "x", id: String(n) });
    const frames = await framesUntil(stranger, ({ id }) => id === "9999");
    expect(frames).toHaveLength(9_900);
    expect(frames[0]).toEqual({ type: "fault", code: "FAILED", text: "too many requests are pending", id: "100" });
    expect([running, server.counts.overloaded]).toEqual([100, 9_900]);
    expect([...server.sessions].every(({ signal }) => !signal.aborted)).toBe(true);
  });

  test("10,000 subscriptions, at once or one by one, are not kept", async () => {
    const { url, server } = await listenRoom({}, { limits: { rate: Number.POSITIVE_INFINITY } });
    const stranger = await dial(url);
    stranger.send({ type: "subscribe", topics: Array.from({ length: 10_000 }, (_, n) => `t${n}`) });
    expect(await stranger.next()).toMatchObject({ type: "fault", text: "too many subscriptions" });
    for (let n = 0; n < 10_000; n += 1) stranger.send({ type: "subscribe", topics: [`u${n}`] });
    stranger.send({ type: "say", text: "last" });
    const frames = await framesUntil(stranger, ({ type }) => type === "said");
    expect(frames).toHaveLength(10_000 - 99 + 1);
    expect([...server.sessions][0]?.topics.size).toBe(100);
  });

  test("more connections than the limit are refused with 503, before any hook is asked", async () => {
    let asked = 0;
    const { url, port } = await listenRoom({}, { limits: { connections: 3 }, authenticate: () => ++asked });
    for (let n = 0; n < 3; n += 1) await dial(url);
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1");
    expect([String(raw.arrived).slice(0, 12), asked]).toEqual(["HTTP/1.1 503", 3]);
  });
});

describe("A11: who is gone while its handler runs", () => {
  test.each<[string, (gate: Promise<unknown>, session: Session) => unknown]>([
    ["resolves", (gate) => gate.then(() => ({ text: "late" }))],
    ["rejects", (gate) => gate.then(() => Promise.reject(new Error("late")))],
    ["sends, broadcasts and closes", (gate, session) => gate.then(() => useAll(session))],
    [
      "streams",
      async function* (gate) {
        await gate;
        yield ["said", { text: "late" }];
      },
    ],
  ])("a handler that %s late runs into nothing", async (how, run) => {
    const gate = deferred<unknown>();
    const begun = deferred<Session>();
    const say = (_message: unknown, session: Session) => {
      begun.resolve(session);
      return run(gate.promise, session);
    };
    const { port, url, server, errors, clock } = await listenRoom({ say });
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1");
    await raw.write(rawFrame(1, JSON.stringify({ type: "say", text: "x" })));
    const session = await begun.promise;
    const gone = new Promise((resolve) => session.signal.addEventListener("abort", resolve));
    raw.socket.resetAndDestroy();
    await gone;
    gate.resolve(undefined);
    await turns();
    await turns();
    expect(errors.map((error) => (error as Error).message)).toEqual(how === "rejects" ? ["late"] : []);
    expect([server.sessions.size, clock.pending]).toEqual([0, 0]);
    await dial(url);
  });

  async function useAll(session: Session): Promise<unknown> {
    expect(session.send("said", { text: "late" })).toBe(false);
    session.broadcast("said", { text: "late" });
    await expect(session.ask("ask", { text: "?" })).rejects.toMatchObject({ code: "closed" });
    session.close();
    return { text: "late" };
  }
});

describe("A12: a server that closes with 1,000 requests in flight", () => {
  async function crowd(say: () => unknown) {
    const listening = await listenRoom({ say });
    const strangers = await Promise.all(Array.from({ length: 10 }, () => dial(listening.url)));
    for (const stranger of strangers) {
      for (let n = 0; n < 100; n += 1) stranger.send({ type: "say", text: "x", id: String(n) });
    }
    return { ...listening, strangers };
  }

  test("answers those that end in time, then says 1001", async () => {
    const gates: ReturnType<typeof deferred<unknown>>[] = [];
    const all = deferred<unknown>();
    const { server, strangers } = await crowd(() => {
      const gate = deferred<unknown>();
      if (gates.push(gate) === 1000) all.resolve(undefined);
      return gate.promise;
    });
    await all.promise;
    const closed = server.close();
    for (const gate of gates) gate.resolve({ text: "done" });
    await closed;
    for (const stranger of strangers) {
      expect(await framesUntil(stranger, ({ id }) => id === "99")).toHaveLength(100);
      expect(await stranger.closed).toEqual({ code: 1001, reason: "the server is closing" });
    }
  });

  test("waits for the others no longer than its deadline", async () => {
    const all = deferred<unknown>();
    let running = 0;
    const { server, strangers, errors } = await crowd(() => {
      if (++running === 1000) all.resolve(undefined);
      return new Promise(() => undefined);
    });
    await all.promise;
    await server.close({ deadline: 20 });
    for (const stranger of strangers) expect((await stranger.closed).code).toBe(1001);
    expect(errors).toEqual([]);
  });
});
