import { describe, expect, test } from "vitest";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { deferred, serveRoom, turns } from "./support/serveRoom.ts";

/** Handlers of `say` and `find` that answer when the test says so. */
function waiting() {
  const open = new Map<string, ReturnType<typeof deferred<unknown>>>();
  const wait = ({ text }: { text: string }) => {
    const gate = deferred<unknown>();
    open.set(text, gate);
    return gate.promise;
  };
  const room = serveRoom({ say: wait, find: wait });
  const peer = room.listener.connect();
  peer.taken();
  return { ...room, peer, open };
}

describe("answers keep the order in which a client takes them", () => {
  test("without fields that tell them apart: a ready answer waits for an older request that it fits", async () => {
    const { peer, open } = waiting();
    for (const text of ["a", "b", "c"]) peer.says({ type: "say", text });
    open.get("c")?.resolve({ text: "C" });
    open.get("b")?.resolve({ text: "B" });
    await turns();
    expect(peer.frames).toEqual([]);
    open.get("a")?.resolve({ text: "A" });
    await turns();
    expect(peer.frames).toMatchObject([{ text: "A" }, { text: "B" }, { text: "C" }]);
  });

  test("with fields that tell them apart they come as they are ready, and repeat the field", async () => {
    const { peer, open } = waiting();
    peer.says({ type: "say", text: "a", id: "1" });
    peer.says({ type: "say", text: "b", id: "2" });
    open.get("b")?.resolve({ text: "B" });
    await turns();
    expect(peer.frames).toEqual([{ type: "said", text: "B", id: "2" }]);
  });

  test("a request without the field waits for no other than those it fits", async () => {
    const { peer, open } = waiting();
    peer.says({ type: "find", text: "a" });
    peer.says({ type: "say", text: "b", id: "2" });
    open.get("b")?.resolve({ text: "B" });
    await turns();
    // `find` may be answered by `said` too, and says nothing of an id.
    expect(peer.frames).toEqual([]);
    open.get("a")?.resolve(["found", { text: "A" }]);
    await turns();
    expect(peer.frames).toMatchObject([{ type: "found" }, { type: "said", id: "2" }]);
  });

  test("errors keep it too: of a handler, and of a request that breaks its schema", async () => {
    const { peer, open } = waiting();
    peer.says({ type: "say", text: "a" });
    peer.says({ type: "say" });
    peer.says({ type: "say", text: "c" });
    open.get("c")?.reject(new Error("no"));
    await turns();
    expect(peer.frames).toEqual([]);
    open.get("a")?.resolve({ text: "A" });
    await turns();
    expect(peer.frames).toMatchObject([{ text: "A" }, { text: "text is required" }, { text: "internal error" }]);
  });

  test("an answer that the handler gives a field of its own keeps it", async () => {
    const { peer, open } = waiting();
    peer.says({ type: "say", text: "a", id: "1" });
    open.get("a")?.resolve({ text: "A", id: "other" });
    await turns();
    expect(peer.frames).toMatchObject([{ id: "other" }]);
  });
});

describe("an error about something else never fails a request that is open", () => {
  const boom = () => {
    throw new Error("boom");
  };

  /** A request that is open, and something that goes wrong before or after it. */
  function busy(request: object) {
    const [gate, slow] = [deferred<unknown>(), deferred<unknown>()];
    const room = serveRoom({ say: () => gate.promise, find: () => gate.promise, subscribe: boom, note: () => slow.promise });
    const peer = room.listener.connect();
    peer.taken();
    return { peer, gate, slow, begin: () => peer.says(request) };
  }

  const REQUESTS = [{ type: "say", text: "a", id: "1" }, { type: "say", text: "a" }, { type: "find" }];
  const WRONGS: [string, unknown][] = [
    ["a handler without a reply throws", { type: "subscribe", topics: ["ticks"] }],
    ["a frame is no message", { type: "nonsense" }],
    ["a frame is no JSON", "{"],
    ["a message without a reply breaks its schema", { type: "unsubscribe" }],
    ["a message whose pair has no error breaks its schema", { type: "ping", id: 1 }],
  ];

  test.each(
    REQUESTS.flatMap((request) => WRONGS.map(([what, wrong]) => [what, request, wrong] as const)),
  )("%s, while %j is open", async (_, request, wrong) => {
    const { peer, gate, begin } = busy(request);
    begin();
    peer.says(wrong);
    await turns();
    expect(peer.frames).toEqual([]);
    gate.resolve({ text: "A" });
    await turns();
    expect(peer.frames).toMatchObject([{ type: request.type === "say" ? "said" : "found" }, { type: "fault" }]);
  });

  test("even one that was asked after what went wrong", async () => {
    const { peer, gate, slow, begin } = busy({ type: "say", text: "a" });
    peer.says({ type: "note", text: "x" });
    begin();
    slow.reject(new Error("late"));
    await turns();
    expect(peer.frames).toEqual([]);
    gate.resolve({ text: "A" });
    await turns();
    expect(peer.frames).toMatchObject([{ type: "said" }, { type: "fault" }]);
  });

  test.each([
    { type: "nonsense" },
    { type: "subscribe", topics: ["ticks"] },
  ])("and nothing is held back without end: %j", async (wrong) => {
    const { peer, begin } = busy({ type: "say", text: "a" });
    begin();
    for (let n = 0; n < 199; n++) peer.says(wrong);
    await turns();
    expect(peer.closing).toBeUndefined();
    peer.says(wrong);
    await turns();
    expect(peer.closing).toEqual({ code: 1008, reason: "too many requests" });
  });
});

test("what a client waits for and no handler answers is refused, in its order", async () => {
  const room = serveRoom({ say: undefined as never, watch: undefined as never });
  const peer = room.listener.connect();
  peer.taken();
  peer.says({ type: "say", text: "a", id: "1" });
  peer.says({ type: "watch", text: "w" });
  peer.says({ type: "find", text: "b" });
  await turns();
  const refused = { type: "fault", code: "FAILED", text: "this server has no handler for it" };
  expect(peer.frames).toMatchObject([{ ...refused, id: "1" }, refused, { type: "found" }]);
  expect(room.errors).toEqual([]);
});

describe("what a handler throws", () => {
  const answer = async (thrown: unknown, frame: object = { type: "say", text: "a", id: "7" }) => {
    const room = serveRoom({ say: () => Promise.reject(thrown), note: () => Promise.reject(thrown) });
    const peer = room.listener.connect();
    peer.taken();
    peer.says(frame);
    await turns();
    return { ...room, peer, frames: peer.taken() };
  };

  test("is the protocol's failure with a general text; the log has the rest", async () => {
    const secret = new Error("SELECT * FROM users -- password hunter2");
    const { frames, errors, peer, server } = await answer(secret);
    expect(frames).toEqual([{ type: "fault", code: "FAILED", text: "internal error", id: "7" }]);
    expect(errors).toEqual([secret]);
    expect([peer.closing, server.counts.failures]).toEqual([undefined, 1]);
  });

  test.each([undefined, null, "text", 7, Symbol("x"), new Date()])("may be anything: %s", async (thrown) => {
    expect((await answer(thrown)).frames).toMatchObject([{ code: "FAILED", text: "internal error" }]);
  });

  test("as a rejection is the reply that it carries, with the request's field", async () => {
    const rejection = new WirepactError("rejected", "no such tool", { reply: { code: "NO_TOOL", text: "no such tool" } });
    const { frames, errors } = await answer(rejection);
    expect(frames).toEqual([{ type: "fault", code: "NO_TOOL", text: "no such tool", id: "7" }]);
    expect(errors).toEqual([]);
  });

  test("as a rejection without a reply is its text", async () => {
    const { frames } = await answer(new WirepactError("rejected", "not now"));
    expect(frames).toEqual([{ type: "fault", code: "FAILED", text: "not now", id: "7" }]);
  });

  test("as a rejection whose reply breaks the contract is the general failure, and the log knows", async () => {
    const { frames, errors } = await answer(new WirepactError("rejected", "x", { reply: { stack: "at secret.ts:1" } }));
    expect(frames).toEqual([{ type: "fault", code: "FAILED", text: "internal error", id: "7" }]);
    expect(errors).toHaveLength(1);
  });

  test("from a message without an answer is told all the same", async () => {
    expect((await answer(new Error("x"), { type: "note" })).frames).toEqual([
      { type: "fault", code: "FAILED", text: "internal error" },
    ]);
  });

  test("and an onError that throws itself harms nobody", async () => {
    const { listener } = serveRoom({ note: () => Promise.reject(new Error("a")) }, { onError: () => JSON.parse("{") });
    const log = console.error;
    const lines: unknown[] = [];
    console.error = (line: unknown) => void lines.push(line);
    const peer = listener.connect();
    peer.says({ type: "note" });
    await turns();
    console.error = log;
    expect([peer.frames.length, lines.length]).toEqual([2, 1]);
  });
});

describe("frames that are no message", () => {
  const reply = (frame: unknown) => {
    const { listener, server } = serveRoom();
    const peer = listener.connect();
    peer.taken();
    peer.says(frame);
    return { frames: peer.frames, counts: server.counts };
  };

  test.each([
    ["an unknown message", { type: "dance" }, { code: "UNKNOWN" }],
    ["one of the other side", { type: "said", text: "x" }, { code: "UNKNOWN" }],
    ["a missing field", { type: "say", id: "9" }, { code: "INVALID", text: "text is required", id: "9" }],
    ["a wrong type", { type: "say", text: 5 }, { code: "INVALID", text: "/text must be string" }],
    ["no discriminator", {}, { code: "INVALID", text: "type is required" }],
    ["no JSON", "{", { code: "INVALID", text: "frame must be JSON" }],
    ["a wrong kind of frame", Uint8Array.of(0xc0), { code: "INVALID" }],
  ])("%s", (_, frame, expected) => {
    const { frames, counts } = reply(frame);
    expect(frames).toMatchObject([{ type: "fault", ...expected }]);
    expect(counts.invalidFrames).toBe(1);
  });

  test("an id that the error message may not carry is left out of it", () => {
    expect(reply({ type: "say", id: { deep: 1 } }).frames).toEqual([
      { type: "fault", code: "INVALID", text: "text is required" },
    ]);
  });
});
