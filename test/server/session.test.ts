import { describe, expect, test } from "vitest";
import type { Session } from "../../runtime/src/server/session.ts";
import { deferred, serveRoom, turns } from "./support/serveRoom.ts";

const HELLO = { type: "hello", room: "1" };

describe("opening", () => {
  test("comes first, before what handlers and clients do meanwhile", async () => {
    const gate = deferred<{ room: string }>();
    const { listener } = serveRoom({
      hello: (session: Session) => {
        session.send("item", { n: 1 });
        return gate.promise;
      },
    });
    const peer = listener.connect();
    peer.says({ type: "say", text: "hi" });
    expect(peer.frames).toEqual([]);
    gate.resolve({ room: "1" });
    await turns();
    expect(peer.frames).toEqual([HELLO, { type: "item", n: 1 }, { type: "said", text: "hi" }]);
  });

  test("that fails closes the connection with 1011, and says nothing of why", async () => {
    const { listener, errors } = serveRoom({ hello: () => Promise.reject(new Error("database at 10.0.0.1")) });
    const peer = listener.connect();
    await turns();
    expect(peer.closing?.code).toBe(1011);
    expect(JSON.stringify([peer.frames, peer.closing])).not.toContain("10.0.0.1");
    expect(errors).toHaveLength(1);
  });

  test("that never comes closes the connection in time", () => {
    const { listener, clock } = serveRoom({ hello: () => new Promise(() => undefined) });
    const peer = listener.connect();
    clock.pass(10_000);
    expect(peer.closing?.code).toBe(1011);
    expect(clock.pending).toBe(0);
  });

  test("is required of handlers", () => {
    expect(() => serveRoom({ hello: undefined as never, say: undefined as never })).toThrow(/^handlers of room lack hello$/);
  });
});

describe("topics", () => {
  test("open the way for their messages, from the start or when asked for", () => {
    const { server, listener } = serveRoom();
    const peer = listener.connect();
    server.broadcast("patch", { n: 1 });
    server.broadcast("tick", { n: 1 });
    peer.says({ type: "subscribe", topics: ["ticks"] });
    server.broadcast("tick", { n: 2 });
    peer.says({ type: "unsubscribe", topics: ["state", "ticks"] });
    server.broadcast("patch", { n: 2 });
    server.broadcast("tick", { n: 3 });
    expect(peer.frames).toEqual([HELLO, { type: "patch", n: 1 }, { type: "tick", n: 2 }]);
  });

  test("are told to a handler after they have changed", () => {
    const seen: unknown[] = [];
    const { listener } = serveRoom({ subscribe: (_: unknown, session: Session) => void seen.push([...session.topics]) });
    listener.connect().says({ type: "subscribe", topics: ["own"] });
    expect(seen).toEqual([["state", "own"]]);
  });
});

describe("sending", () => {
  test("is strict: an unknown property or a missing one is thrown, and nothing leaves", () => {
    const { server, listener } = serveRoom();
    const peer = listener.connect();
    const [session] = server.sessions;
    expect(() => session?.send("item", { n: 1, more: 2 })).toThrow(/\[invalid-message\].*more/);
    expect(() => session?.send("item", {})).toThrow("[invalid-message]");
    expect(() => session?.send("say", { text: "" })).toThrow("no message of the server");
    expect(() => session?.send("__proto__", {})).toThrow("no message of the server");
    expect(peer.frames).toEqual([HELLO]);
  });

  test("what no encoding can carry is an invalid message", () => {
    const { server, listener } = serveRoom();
    listener.connect();
    const [session] = server.sessions;
    expect(() => session?.send("said", { text: "", extra: 1n })).toThrow("[invalid-message] said cannot be encoded");
  });

  test("broadcast reaches the sessions of the same path, its own included", () => {
    const { listener } = serveRoom({ note: (_: unknown, session: Session) => session.broadcast("patch", { n: 7 }) });
    const [here, too, elsewhere] = [listener.connect(), listener.connect(), listener.connect({ parameters: { room: "2" } })];
    here?.says({ type: "note" });
    expect([here, too, elsewhere].map((peer) => peer?.frames.length)).toEqual([2, 2, 1]);
  });

  test("after the close is no error, and sends nothing", () => {
    const { server, listener } = serveRoom();
    const peer = listener.connect();
    const [session] = server.sessions;
    peer.hangUp();
    expect(session?.send("item", { n: 1 })).toBe(false);
    expect(peer.frames).toEqual([HELLO]);
  });
});

describe("the end of a session", () => {
  test("aborts its signal, tells onClose once, and leaves no timer", () => {
    const ends: unknown[] = [];
    const { server, listener, clock } = serveRoom(
      {},
      { onClose: (session, end) => void ends.push([session.signal.aborted, end]) },
    );
    const peer = listener.connect();
    const [session] = server.sessions;
    session?.close(4000, "enough");
    session?.close(4001);
    expect(peer.closing).toEqual({ code: 4000, reason: "enough" });
    expect(ends).toEqual([[true, { code: 4000, reason: "" }]]);
    expect([server.sessions.size, clock.pending]).toEqual([0, 0]);
  });

  test.each([
    1004,
    1005,
    1006,
    999,
    5000,
    1000.5,
    Number.NaN,
  ])("a code that no close frame may carry (%s) becomes 1011", (code) => {
    const { server, listener } = serveRoom();
    const peer = listener.connect();
    for (const session of server.sessions) session.close(code);
    expect(peer.closing?.code).toBe(1011);
  });

  test("a peer that does not answer the close is cut off", () => {
    const { server, listener, clock } = serveRoom();
    const peer = listener.connect();
    peer.answersClose = false;
    for (const session of server.sessions) session.close();
    clock.pass(5000);
    expect(peer.isTerminated).toBe(true);
    expect(clock.pending).toBe(0);
  });
});

test("a session shows nothing of its request to a log", async () => {
  const { inspect } = await import("node:util");
  const { server, listener } = serveRoom();
  listener.connect({ query: { token: "secret" } });
  const [session] = server.sessions;
  expect(inspect(session, { depth: 9 }) + JSON.stringify(session)).not.toContain("secret");
});
