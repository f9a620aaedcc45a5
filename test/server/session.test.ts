import { describe, expect, test } from "vitest";
import type { Session } from "../../runtime/src/server/session.ts";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
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

  test("change when the handler is through: it hears of them first", () => {
    const seen: unknown[] = [];
    const { server, listener } = serveRoom({ subscribe: (_: unknown, session: Session) => void seen.push([...session.topics]) });
    listener.connect().says({ type: "subscribe", topics: ["own"] });
    expect([seen, [...([...server.sessions][0]?.topics ?? [])]]).toEqual([[["state"]], ["state", "own"]]);
  });
});

describe("a handler of a subscription", () => {
  /** A connection whose subscriptions wait until the test allows or refuses them, by their first topic. */
  function asking() {
    const gates = new Map<string, ReturnType<typeof deferred<undefined>>>();
    const wait = ({ topics }: { topics: string[] }) => {
      const gate = deferred<undefined>();
      gates.set(topics[0] ?? "", gate);
      return gate.promise;
    };
    const room = serveRoom({ subscribe: wait });
    const peer = room.listener.connect();
    peer.taken();
    const [session] = room.server.sessions;
    if (session === undefined) throw new Error("no session");
    return { ...room, peer, session, gates };
  }

  test.each([
    ["refuses", () => Promise.reject(new WirepactError("rejected", "not yours"))],
    ["fails", () => Promise.reject(new Error("boom"))],
    [
      "refuses at once",
      () => {
        throw new WirepactError("rejected", "not yours");
      },
    ],
  ])("that %s leaves the topics as they were", async (_, subscribe) => {
    const { server, listener } = serveRoom({ subscribe });
    const peer = listener.connect();
    peer.taken();
    peer.says({ type: "subscribe", topics: ["ticks"] });
    server.broadcast("tick", { n: 1 });
    await turns();
    server.broadcast("tick", { n: 2 });
    expect(peer.frames).toMatchObject([{ type: "fault" }]);
    expect([...([...server.sessions][0]?.topics ?? [])]).toEqual(["state"]);
  });

  test("loses nothing for one who may hear it, and tells nothing before it is through", async () => {
    const { server, peer, session, gates } = asking();
    peer.says({ type: "subscribe", topics: ["ticks"] });
    server.broadcast("tick", { n: 1 });
    expect([session.send("tick", { n: 2 }), peer.frames]).toEqual([true, []]);
    gates.get("ticks")?.resolve(undefined);
    await turns();
    server.broadcast("tick", { n: 3 });
    expect(peer.frames).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test("holds no more than the limit: beyond it the connection ends, rather than hear a part", async () => {
    const { peer, session } = asking();
    peer.says({ type: "subscribe", topics: ["ticks"] });
    expect(Array.from({ length: 101 }, (_, n) => session.send("tick", { n })).lastIndexOf(true)).toBe(99);
    await turns();
    expect([peer.frames, peer.closing]).toMatchObject([[], { code: 1013 }]);
  });

  test("is slower than an unsubscription that came later, which wins all the same", async () => {
    const { peer, session, gates } = asking();
    for (const topic of ["other", "ticks"]) peer.says({ type: "subscribe", topics: [topic] });
    peer.says({ type: "unsubscribe", topics: ["ticks"] });
    gates.get("ticks")?.resolve(undefined);
    await turns();
    expect([...session.topics]).toEqual(["state"]);
    gates.get("other")?.resolve(undefined);
    await turns();
    expect([...session.topics]).toEqual(["state", "other"]);
    expect(session.send("tick", { n: 1 })).toBe(false);
  });

  test("does not let more be asked for than the limit allows, while it waits", () => {
    const { peer } = asking();
    for (let n = 0; n < 100; n++) peer.says({ type: "subscribe", topics: [`t${n}`] });
    expect(peer.frames).toMatchObject([{ type: "fault", text: "too many subscriptions" }]);
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
