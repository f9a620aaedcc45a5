import { type PanelHandlers, type PanelServerOptions, type PanelSession, refusePanel, servePanel } from "@wirepact/panel/server";

import { describe, expect, test } from "vitest";
import { jsonwebtoken } from "../credentials/tokens.ts";
import { refusal } from "../server/support/listening.ts";
import { asks, dialled, serving } from "./support/serving.ts";

/** Facts of panel's connections, in the words of decisions.md, "panel": what a plain socket sees of the generated server. */

const SECRET = "a secret of at least thirty-two bytes";
const OTHER = "another secret of thirty-two bytes..";
const CLAIMS = { sub: "ada" };
const SOON = { expiresIn: 60 } as const;

const mutations = [{ op: "set" as const, key: "count", value: 1 }];
const event = { name: "counted", payload: {}, timestamp: 1 };
const result = { status: "success" as const, stateMutations: mutations, events: [event] };

/** Runs tools that only say what a tool can say. */
const TOOLS: Readonly<Record<string, (session: PanelSession) => Promise<void> | void>> = {
  increment: (session) => {
    session.broadcast("PATCH", { mutations });
    session.broadcast("EVENT", { event });
  },
  fail: () => {
    throw new Error("the password is hunter2");
  },
  gone: () => {
    throw refusePanel({ code: "PANEL_NOT_FOUND", message: "closed by its owner" });
  },
  own: () => {
    throw refusePanel({ code: "OUT_OF_PAPER", message: "codes are open" });
  },
};

const handlers: PanelHandlers = {
  connected: ({ request }) => ({ panelId: request.parameters["id"] ?? "", state: { count: 0 } }),
  async trigger({ tool }, session) {
    const run = TOOLS[tool];
    if (run === undefined) throw refusePanel({ code: "TOOL_NOT_FOUND", message: `no tool named ${tool}` });
    await run(session);
    return { result };
  },
};

function start(options: PanelServerOptions = {}, more: Partial<PanelHandlers> = {}): Promise<string> {
  return serving(servePanel({ ...handlers, ...more }, { onError: () => undefined, ...options }));
}

describe("path first: unknown panel is HTTP 404, then bad token is HTTP 401, both before the upgrade completes", () => {
  const good = jsonwebtoken.sign(CLAIMS, SECRET, SOON);
  const options: PanelServerOptions = {
    exists: ({ parameters }) => parameters["id"] === "known",
    jwt: { secret: SECRET },
  };

  test.each([
    ["an unknown panel, no token", "/panels/unknown/ws", 404],
    ["an unknown panel, a bad token", "/panels/unknown/ws?token=bad", 404],
    ["an unknown panel, a good token", `/panels/unknown/ws?token=${good}`, 404],
    ["a path that is no panel's", `/other?token=${good}`, 404],
    ["no token", "/panels/known/ws", 401],
    ["no JWT", "/panels/known/ws?token=bad", 401],
    ["somebody else's signature", `/panels/known/ws?token=${jsonwebtoken.sign(CLAIMS, OTHER, SOON)}`, 401],
    ["an expired token", `/panels/known/ws?token=${jsonwebtoken.sign(CLAIMS, SECRET, { expiresIn: -1 })}`, 401],
    [
      "the algorithm none, which the token chose",
      `/panels/known/ws?token=${jsonwebtoken.sign(CLAIMS, "", { ...SOON, algorithm: "none" })}`,
      401,
    ],
    [
      "HS512, which the token chose",
      `/panels/known/ws?token=${jsonwebtoken.sign(CLAIMS, SECRET.repeat(2), { ...SOON, algorithm: "HS512" })}`,
      401,
    ],
  ])("%s", async (_, path, status) => {
    const host = await start(options);
    expect(await refusal(`ws://${host}${path}`)).toBe(status);
  });

  test("a good token: HS256 by default; its claims say who asks", async () => {
    const host = await start(options, { connected: ({ user }) => ({ panelId: "known", state: { user } }) });
    const stranger = await dialled(`ws://${host}/panels/known/ws?token=${good}`);
    expect(await stranger.next()).toMatchObject({ type: "CONNECTED", state: { user: CLAIMS } });
  });

  test("token is required only where the server has authentication on", async () => {
    const stranger = await dialled(`ws://${await start()}/panels/any/ws`);
    expect(await stranger.next()).toMatchObject({ type: "CONNECTED", panelId: "any" });
  });
});

test("first frame after accept is CONNECTED, before any other", async () => {
  let greet: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    greet = resolve;
  });
  const connected: PanelHandlers["connected"] = async (session) => {
    if (session.request.query["eager"] === "yes") session.send("PATCH", { mutations });
    await ready;
    return { panelId: "p", state: {} };
  };
  const server = servePanel({ ...handlers, connected });
  const host = await serving(server);
  const stranger = await dialled(`ws://${host}/panels/p/ws`);
  stranger.send({ type: "PING" });
  const other = await dialled(`ws://${host}/panels/p/ws?eager=yes`);
  server.broadcast("PATCH", { mutations });
  greet();
  expect([await stranger.next(), await stranger.next()]).toEqual([
    { type: "CONNECTED", panelId: "p", state: {} },
    { type: "PONG" },
  ]);
  expect([await other.next(), await other.next()]).toMatchObject([{ type: "CONNECTED" }, { type: "PATCH" }]);
});

describe("default subscriptions: state and events; state gates PATCH, events gates EVENT", () => {
  const [patch, told, answer] = [
    { type: "PATCH", mutations },
    { type: "EVENT", event },
    { type: "RESULT", result },
  ];

  test.each([
    ["at first both", [], [patch, told, answer]],
    ["not without state", [{ type: "UNSUBSCRIBE", topics: ["state"] }], [told, answer]],
    ["not without events", [{ type: "UNSUBSCRIBE", topics: ["events"] }], [patch, answer]],
    ["neither", [{ type: "UNSUBSCRIBE", topics: ["state", "events"] }], [answer]],
    [
      "again after a SUBSCRIBE",
      [
        { type: "UNSUBSCRIBE", topics: ["state", "events"] },
        { type: "SUBSCRIBE", topics: ["state"] },
      ],
      [patch, answer],
    ],
  ])("%s; RESULT after them", async (_, changes, frames) => {
    const stranger = await dialled(`ws://${await start()}/panels/p/ws`, 1);
    for (const change of changes) stranger.send(change);
    stranger.send({ type: "TRIGGER", tool: "increment" });
    const seen = [];
    for (const __ of frames) seen.push(await stranger.next());
    expect(seen).toEqual(frames);
    expect(await asks(stranger, { type: "PING" })).toEqual({ type: "PONG" });
  });
});

test("RESULT, PONG and ERROR go to the caller alone, PATCH and EVENT to all of the panel and to no other panel", async () => {
  const host = await start();
  const [caller, neighbour, stranger] = await Promise.all(
    ["one", "one", "two"].map((id) => dialled(`ws://${host}/panels/${id}/ws`, 1)),
  );
  if (caller === undefined || neighbour === undefined || stranger === undefined) throw new Error("three were dialled");
  caller.send({ type: "TRIGGER", tool: "missing" });
  caller.send({ type: "PING" });
  caller.send({ type: "TRIGGER", tool: "increment" });
  const types = [];
  for (let n = 0; n < 5; n++) types.push(await caller.next());
  expect(types.map((frame) => (frame as { type: string }).type).sort()).toEqual(["ERROR", "EVENT", "PATCH", "PONG", "RESULT"]);
  expect([await neighbour.next(), await neighbour.next()]).toMatchObject([{ type: "PATCH" }, { type: "EVENT" }]);
  // Nothing else came to either before the answer to what they asked themselves.
  expect(await asks(neighbour, { type: "PING" })).toEqual({ type: "PONG" });
  expect(await asks(stranger, { type: "PING" })).toEqual({ type: "PONG" });
});

describe("ERROR = {code, message}; the connection lives on", () => {
  test.each([
    ["a frame that is no JSON", "{", "PARSE_ERROR"],
    ["valid JSON that is no object", "[]", "PARSE_ERROR"],
    ["valid JSON that breaks the schema of a known type", { type: "TRIGGER" }, "PARSE_ERROR"],
    ["topics that are no list", { type: "SUBSCRIBE", topics: "state" }, "PARSE_ERROR"],
    ["an unknown type", { type: "JUMP" }, "UNKNOWN_MESSAGE"],
    ["a PONG, which servers only send", { type: "PONG" }, "UNKNOWN_MESSAGE"],
    ["a tool that throws", { type: "TRIGGER", tool: "fail" }, "EXECUTION_ERROR"],
    ["a tool that the panel does not have", { type: "TRIGGER", tool: "missing" }, "TOOL_NOT_FOUND"],
    ["a panel that went away", { type: "TRIGGER", tool: "gone" }, "PANEL_NOT_FOUND"],
    ["a code of the server's own", { type: "TRIGGER", tool: "own" }, "OUT_OF_PAPER"],
  ])("%s", async (_, frame, code) => {
    const stranger = await dialled(`ws://${await start()}/panels/p/ws`, 1);
    const error = await asks(stranger, frame);
    expect(error).toEqual({ type: "ERROR", code, message: expect.any(String) });
    expect(JSON.stringify(error)).not.toContain("hunter2");
    expect(await asks(stranger, { type: "PING" })).toEqual({ type: "PONG" });
  });
});

describe("requestId is echoed in RESULT, and in ERROR; without it, first in first out", () => {
  test.each([
    ["increment", "RESULT"],
    ["missing", "ERROR"],
    ["fail", "ERROR"],
  ])("%s is answered by a %s with its requestId", async (tool, type) => {
    const stranger = await dialled(`ws://${await start()}/panels/p/ws`, 1);
    stranger.send({ type: "UNSUBSCRIBE", topics: ["state", "events"] });
    expect(await asks(stranger, { type: "TRIGGER", tool, requestId: "r-1" })).toMatchObject({ type, requestId: "r-1" });
  });

  test.each([
    ["without requestId, in the order of the TRIGGERs", [{}, {}], ["slow", "quick"]],
    ["with requestId, as they are ready", [{ requestId: "a" }, { requestId: "b" }], ["quick", "slow"]],
  ])("%s", async (_, [first, second], order) => {
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const trigger: PanelHandlers["trigger"] = async ({ tool }) => {
      if (tool === "slow") await slow;
      return { result: { stateMutations: [], events: [], returnValue: tool } };
    };
    const stranger = await dialled(`ws://${await start({}, { trigger })}/panels/p/ws`, 1);
    stranger.send({ type: "TRIGGER", tool: "slow", ...first });
    stranger.send({ type: "TRIGGER", tool: "quick", ...second });
    // The PONG says that the quick one is done: it was handled before the PING.
    const early = await asks(stranger, { type: "PING" });
    const seen = early !== null && typeof early === "object" && "result" in early ? [early, await stranger.next()] : [early];
    expect(seen).toContainEqual({ type: "PONG" });
    finish();
    while (seen.length < 3) seen.push(await stranger.next());
    const results = seen.flatMap((frame) => ((frame as { type: string }).type === "RESULT" ? [frame] : []));
    expect(results).toMatchObject(order.map((returnValue) => ({ result: { returnValue } })));
  });
});
