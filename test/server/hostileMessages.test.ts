import { afterEach, describe, expect, test } from "vitest";
import { FrameError } from "../../runtime/src/error.ts";
import { msgpack } from "../../runtime/src/msgpack.ts";
import { failureOf } from "../../runtime/src/server/failure.ts";
import type { Session } from "../../runtime/src/server/session.ts";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { serveNodetool, servePanel } from "./support/servePackage.ts";
import { deferred, type RoomHandlers, roomDefinition, serveRoom, turns } from "./support/serveRoom.ts";

/** A panel, and a connection past the opening message. */
function panel(handlers: RoomHandlers = {}) {
  const room = servePanel(handlers);
  const peer = room.listener.connect({ path: "/panels/p/ws", parameters: { id: "p" } });
  peer.taken();
  const reply = (frame: unknown) => {
    peer.says(frame);
    return peer.taken();
  };
  return { ...room, peer, reply };
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

describe("B1: what is no JSON object is answered by PARSE_ERROR, and the connection lives", () => {
  test.each([
    "",
    "null",
    "[]",
    '"x"',
    "7",
    "true",
    '\ufeff{"type":"PING"}',
    '{"type":"PING"} x',
    "{",
    "[1,]",
    "{'type':'PING'}",
    '{"type":"PING",}',
    '{"a":NaN}',
    "\u0000",
    '{"type":"PING"}{"type":"PING"}',
    "nul",
    '"\\uD8"',
    "01",
    "[".repeat(500_000),
    '{"type":{"toString":1}}',
  ])("%#", (text) => {
    const { reply, errors } = panel();
    expect(reply(text)).toMatchObject([
      { type: "ERROR", code: text.startsWith('{"type":{') ? "UNKNOWN_MESSAGE" : "PARSE_ERROR" },
    ]);
    expect(reply({ type: "PING" })).toEqual([{ type: "PONG" }]);
    expect(errors).toEqual([]);
  });
});

test("B2: a binary frame on a text protocol is answered by the protocol's error", () => {
  const { reply } = panel();
  expect(reply(Buffer.from('{"type":"PING"}'))).toMatchObject([
    { code: "PARSE_ERROR", message: expect.stringContaining("must not be binary") },
  ]);
});

test.each<[string, number, unknown]>([
  ["a binary frame", 1003, Buffer.from("{}")],
  ["no JSON", 1007, "{"],
])("B2: without an error message in the contract, %s closes with %s", (_, code, frame) => {
  const { errors: _errors, ...contract } = roomDefinition(new MemoryListener().open).contract;
  const peer = serveRoom({}, {}, { contract }).listener.connect();
  peer.says(frame);
  expect(peer.closing?.code).toBe(code);
});

test.each([5000, 200_000])("B3: %s levels are refused, whatever the schema", (depth) => {
  const { reply } = panel();
  const args = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  expect(reply(`{"type":"TRIGGER","tool":"x","args":${args}}`)).toMatchObject([{ code: "PARSE_ERROR" }]);
  expect(reply({ type: "PING" })).toEqual([{ type: "PONG" }]);
});

const PROTOTYPE_NAMES = Object.getOwnPropertyNames(Object.prototype);

describe("B4: names of Object.prototype are names like any other", () => {
  test.each(PROTOTYPE_NAMES)("as a message, a topic and an id: %s", (name) => {
    const { reply, server } = panel();
    expect(reply(`{"type":${JSON.stringify(name)}}`)).toMatchObject([{ code: "UNKNOWN_MESSAGE" }]);
    expect(reply({ type: "SUBSCRIBE", topics: [name] })).toEqual([]);
    expect([...server.sessions][0]?.topics.has(name)).toBe(true);
    expect(reply({ type: "TRIGGER", tool: name, requestId: name })).toMatchObject([{ type: "RESULT", requestId: name }]);
  });
});

test("B5: own keys of a payload reach the handler inert, and leave again", () => {
  const seen: unknown[] = [];
  const trigger = (message: { args: object }) => {
    seen.push({ ...message.args });
    return { result: { stateMutations: [], events: [], ...message.args } };
  };
  const { reply } = panel({ trigger });
  const args = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  expect(reply(`{"type":"TRIGGER","tool":"x","args":${args}}`)).toHaveLength(1);
  expect(Object.getPrototypeOf(seen[0])).toBe(Object.prototype);
  expect(Object.keys(seen[0] as object)).toEqual(["__proto__", "constructor"]);
});

test("B8: of duplicate keys the last one holds, for dispatch, validation and the handler alike", () => {
  const seen: unknown[] = [];
  const { reply } = panel({ trigger: ({ tool }: { tool: string }) => void seen.push(tool) });
  expect(reply('{"type":"PING","type":"DANCE"}')).toMatchObject([{ code: "UNKNOWN_MESSAGE" }]);
  expect(reply('{"type":"DANCE","type":"PING"}')).toEqual([{ type: "PONG" }]);
  reply('{"type":"TRIGGER","tool":5,"tool":"last"}');
  expect(seen).toEqual(["last"]);
});

describe("B9: numbers", () => {
  const echo = () =>
    panel({ trigger: ({ args }: { args: unknown }) => ({ result: { stateMutations: [], events: [], returnValue: args } }) });
  test.each([
    ["1.0", "1"],
    ["-0", "0"],
    ["9007199254740993", "9007199254740992"],
    ["1e400", "null"],
  ])("%s is read as JavaScript reads it, and written as %s", (said, written) => {
    const { peer } = echo();
    peer.says(`{"type":"TRIGGER","tool":"x","args":${said}}`);
    expect(String(peer.sent.at(-1))).toContain(`"returnValue":${written}`);
  });
});

describe("B10: a frame that is nearly a message", () => {
  test.each([
    ["an unknown property is accepted", { type: "PING", more: 1 }, { type: "PONG" }],
    ["no discriminator", { tool: "x" }, { code: "PARSE_ERROR", message: "type is required" }],
    ["a discriminator that is no text", { type: 5 }, { code: "UNKNOWN_MESSAGE" }],
    [
      "a missing field, with the request's id",
      { type: "TRIGGER", requestId: "r" },
      { code: "PARSE_ERROR", message: "tool is required", requestId: "r" },
    ],
    ["a wrong type names its path", { type: "SUBSCRIBE", topics: ["a", 5] }, { message: "/topics/1 must be string" }],
  ])("%s", (_, frame, expected) => expect(panel().reply(frame)).toMatchObject([expected]));

  test("the error is short, however long the frame", () => {
    const { peer, reply } = panel();
    reply({ type: "x".repeat(500_000) });
    peer.says({ type: "SUBSCRIBE", topics: Array.from({ length: 50_000 }, () => 1) });
    for (const frame of peer.sent) expect(String(frame).length).toBeLessThan(400);
  });
});

test("B10: however long the names are that a frame brings, what is said of them is short and printable", () => {
  const issue = { path: `/${"x".repeat(500_000)}\n`, code: "type", text: "must be string" };
  for (const code of ["type", "required"]) {
    const { text } = failureOf(new FrameError("invalid-message", "m", [{ ...issue, code }]));
    expect(text.length).toBeLessThanOrEqual(120);
    expect(failureOf(new FrameError("invalid-message", "m", [{ ...issue, code, path: "/\n\ud800" }])).text).toMatch(
      /^\/?\\u000a\\ud800 /,
    );
  }
});

describe("B12: answers that nobody waits for", () => {
  test("of another connection, twice, or late: ignored and counted", async () => {
    const { server, listener, clock } = serveRoom();
    const [one, two] = [listener.connect(), listener.connect()];
    const [session] = server.sessions;
    const answer = session?.ask("ask", { text: "?", id: "1" }, { timeout: 10 });
    two.says({ type: "answer", text: "foreign", id: "1" });
    one.says({ type: "answer", text: "wrong id", id: "2" });
    one.says({ type: "answer", text: "mine", id: "1" });
    one.says({ type: "answer", text: "again", id: "1" });
    expect(await answer).toMatchObject({ text: "mine" });
    const late = session?.ask("ask", { text: "?", id: "3" }, { timeout: 10 }).catch((error: WirepactError) => error.code);
    clock.pass(10);
    one.says({ type: "answer", text: "late", id: "3" });
    expect(await late).toBe("timeout");
    expect(server.counts.strayReplies).toBe(4);
  });

  test("one id twice in flight: each request gets an answer, in order", async () => {
    const gates = [deferred<unknown>(), deferred<unknown>()];
    let calls = 0;
    const { listener } = serveRoom({ say: () => gates[calls++]?.promise });
    const peer = listener.connect();
    peer.taken();
    for (const text of ["a", "b"]) peer.says({ type: "say", text, id: "same" });
    gates[1]?.resolve({ text: "B" });
    await turns();
    expect(peer.frames).toEqual([]);
    gates[0]?.resolve({ text: "A" });
    await turns();
    expect(peer.frames).toMatchObject([{ text: "A" }, { text: "B" }]);
  });
});

describe("B13: ids", () => {
  test.each([[{ a: 1 }], [5], [["x"]]])("of a wrong type are refused by the schema, and not repeated: %j", (requestId) => {
    const [frame] = panel().reply({ type: "TRIGGER", tool: "x", requestId });
    expect(frame).toMatchObject({ code: "PARSE_ERROR" });
    expect(frame).not.toHaveProperty("requestId");
  });

  test("of any length and name are told apart, and kept in no object", () => {
    const { reply } = panel();
    for (const requestId of ["x".repeat(900_000), "__proto__"]) {
      expect(reply({ type: "TRIGGER", tool: "x", requestId })).toMatchObject([{ type: "RESULT", requestId }]);
    }
  });
});

describe("B14, B15: what goes wrong inside stays inside", () => {
  const leak = Object.assign(new Error("SELECT secret FROM t"), {
    sql: "secret",
    response: { headers: { authorization: "secret" } },
  });

  test.each<[string, () => unknown]>([
    [
      "a throw",
      () => {
        throw leak;
      },
    ],
    ["a rejection of a promise", () => Promise.reject(leak)],
    ["a value that breaks the reply's schema", () => ({ result: "secret" })],
    [
      "a value with a property that the contract does not know",
      () => ({ result: { stateMutations: [], events: [] }, secret: 1 }),
    ],
    ["no value at all", () => undefined],
    [
      "a thenable that throws",
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: what a hostile or broken promise looks like
        get then() {
          throw leak;
        },
      }),
    ],
  ])("%s: these bytes and no others", async (_, trigger) => {
    const { peer, errors } = panel({ trigger });
    peer.says({ type: "TRIGGER", tool: "x" });
    await turns();
    expect(peer.sent.map((frame) => JSON.parse(String(frame)))).toEqual([
      { type: "ERROR", code: "EXECUTION_ERROR", message: "internal error" },
    ]);
    expect(errors).toHaveLength(1);
    expect(peer.closing).toBeUndefined();
  });

  test("nor does the handler of the opening message tell what it threw", () => {
    const { listener, errors } = servePanel({
      connected: () => {
        throw leak;
      },
    });
    const peer = listener.connect();
    expect(peer.frames).toEqual([{ type: "ERROR", code: "EXECUTION_ERROR", message: "internal error" }]);
    expect([peer.closing, errors]).toEqual([{ code: 1011, reason: "not opened" }, [leak]]);
  });

  test("a WirepactError of any other code is no rejection", async () => {
    const { peer } = panel({
      trigger: () => Promise.reject(new WirepactError("timeout", "db-7.internal", { reply: { code: "X", message: "secret" } })),
    });
    peer.says({ type: "TRIGGER", tool: "x" });
    await turns();
    expect(String(peer.sent)).not.toMatch(/secret|internal:|db-7/);
  });
});

/** A NodeTool server; frames are MessagePack. */
function nodetool(handlers: RoomHandlers = {}) {
  const room = serveNodetool(handlers);
  const peer = room.listener.connect({ path: "/ws", parameters: {} });
  const taken = () =>
    peer.sent.splice(0).map((frame) => (frame instanceof Uint8Array ? msgpack.decode(frame) : JSON.parse(String(frame))));
  return { ...room, peer, taken };
}

describe("B16: hostile MessagePack is answered by the protocol's error, and the connection lives", () => {
  test.each([
    ["a list of 2^32-1", "ddffffffff00"],
    ["a map of 2^32-1", "dfffffffff00"],
    ["bytes of 2^32-1", "c6ffffffff00"],
    ["a text of 2^32-1", "dbffffffff00"],
    ["a type that does not exist", "c1"],
    ["nothing", ""],
    ["bytes after the end", "8000"],
    ["a map with the key __proto__", "81a95f5f70726f746f5f5f01"],
    ["a map whose key is a list", "819000"],
    ["10,000 levels", "91".repeat(10_000)],
    [
      "500 levels, well-formed",
      `82a7636f6d6d616e64ad${Buffer.from("client_models").toString("hex")}a464617461${"91".repeat(500)}c0`,
    ],
    ["an extension", "d40100"],
  ])("%s", (_, hex) => {
    const { peer, taken, errors } = nodetool();
    peer.says(Buffer.from(hex, "hex"));
    expect(taken()).toMatchObject([{ frame: { error: expect.any(String) } }]);
    peer.says(msgpack.encode({ type: "ping" }));
    expect(taken()).toMatchObject([{ frame: { type: "pong", ts: expect.any(Number) } }]);
    expect(errors).toEqual([]);
  });

  test("a list of sixteen million that is not there takes no room for them", () => {
    const { peer, taken } = nodetool();
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 3; n += 1) peer.says(Buffer.from("dd0100000000", "hex"));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
    expect(taken()).toHaveLength(3);
  });

  test("a missing field is answered as the document shows", () => {
    const { peer, taken } = nodetool();
    peer.says(msgpack.encode({ command: "cancel_job", data: {} }));
    expect(taken()).toEqual([{ frame: { error: "job_id is required" } }]);
  });

  test("and after set_mode, in text", () => {
    const { peer, taken } = nodetool();
    peer.says(msgpack.encode({ command: "set_mode", data: { mode: "text" } }));
    peer.says(msgpack.encode({ command: "cancel_job", data: {} }));
    expect(taken()).toEqual([{ message: "ok" }, { error: "job_id is required" }]);
  });
});

describe("B18: out of place", () => {
  test.each([
    "CONNECTED",
    "RESULT",
    "PATCH",
    "EVENT",
    "PONG",
    "ERROR",
  ])("%s from a client is refused, and changes nothing", (type) => {
    const { reply, server } = panel();
    const before = [...server.sessions].map(({ topics }) => [...topics]);
    expect(reply({ type, panelId: "x", state: {} })).toMatchObject([{ code: "UNKNOWN_MESSAGE" }]);
    expect([...server.sessions].map(({ topics }) => [...topics])).toEqual(before);
  });

  test("what comes before the opening message waits for it, and is not handled", async () => {
    const gate = deferred<object>();
    const handled: unknown[] = [];
    const { listener } = servePanel({ connected: () => gate.promise, subscribe: () => void handled.push("subscribe") });
    const peer = listener.connect();
    peer.says({ type: "SUBSCRIBE", topics: ["state"] });
    peer.says({ type: "PING" });
    await turns();
    expect(handled).toEqual([]);
    gate.resolve({ panelId: "p", state: {} });
    await turns();
    expect(peer.frames).toMatchObject([{ type: "CONNECTED" }, { type: "PONG" }]);
    expect(handled).toEqual(["subscribe"]);
  });
});

describe("B19: texts travel as they are", () => {
  test.each([
    "\u0000",
    "\ud800",
    "\udfff\ud800",
    "\u2028\u2029",
    "\u202eabc",
    "💥".repeat(1000),
    "Ω≈ç√",
    "\r\nSet-Cookie: a",
    "' OR 1=1 --",
    "<script>",
    "\ufeff",
    "\u001b[31m",
  ])("%j", (text) => {
    const { reply } = panel({
      trigger: ({ tool }: { tool: string }) => ({ result: { stateMutations: [], events: [], returnValue: tool } }),
    });
    expect(reply({ type: "TRIGGER", tool: text, requestId: text })).toMatchObject([
      { requestId: text, result: { returnValue: text } },
    ]);
    const [error] = reply({ type: text }) as { message: string }[];
    expect(error?.message).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
  });
});

test("B20: counts have fixed names, whatever clients say", () => {
  const { server, reply } = panel();
  const names = Object.keys(server.counts);
  for (let n = 0; n < 100; n++) reply({ type: `x${n}\r\ninjected 1` });
  expect(Object.keys(server.counts)).toEqual(names);
  expect(server.counts.invalidFrames).toBe(100);
});

test("a handler's mistake on one connection is nothing to the others", async () => {
  const { listener } = serveRoom({ note: (_: unknown, session: Session) => session.send("said", { wrong: 1 }) });
  const [one, two] = [listener.connect(), listener.connect()];
  one.says({ type: "note" });
  two.says({ type: "say", text: "fine" });
  await turns();
  expect([one.frames.at(-1), two.frames.at(-1)]).toMatchObject([{ text: "internal error" }, { text: "fine" }]);
});
