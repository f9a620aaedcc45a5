import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { Mailbox } from "./mailbox.ts";
import { answers, dialAgent, type ServedAgent, serveAgent } from "./serveAgent.ts";
import { afterwards, TRANSPORTS } from "./strangers.ts";

const query = { prompt: "p", session_id: "1" };
const complete = (response: string) => ["query_complete", expect.objectContaining({ response, session_id: "1" })];
const refused = (message: unknown = expect.any(String)) => ["error", { message }];

/** A client that speaks Engine.IO by hand, past the opening message. */
async function byHand({ port }: ServedAgent) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  afterwards(() => socket.terminate());
  const heard = new Mailbox<string>();
  socket.on("message", (data) => heard.put(String(data)));
  socket.on("error", () => undefined);
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await heard.next();
  socket.send("40");
  for (let text = ""; !text.startsWith(`42["connected"`); text = await heard.next());
  const event = async () => JSON.parse((await heard.next()).slice(2)) as unknown;
  return { socket, closed, heard, event };
}

describe.each(TRANSPORTS.map((transports) => ({ transports })))("over $transports", ({ transports }) => {
  test("what is no query is answered by the protocol's error, and the next query by its answer", async () => {
    const served = await serveAgent();
    const { socket, events } = await dialAgent(served, { transports });
    const hostile: unknown[][] = [
      ["unknown", query],
      ["__proto__", query],
      ["query"],
      ["query", null],
      ["query", [query]],
      ["query", "p"],
      ["query", { prompt: "p" }],
      ["query", { ...query, prompt: 5 }],
      ["query", Buffer.from("p")],
      ["query", { ...query, prompt: Buffer.from("p") }],
      ["query_complete", {}],
      ["connected", { data: "me" }],
    ];
    for (const [name, ...values] of hostile) socket.emit(String(name), ...values);
    for (const _ of hostile) expect(await events.next()).toEqual(refused());
    socket.emit("query", query, { second: "value" }, () => expect.fail("nobody acknowledges"));
    expect(await events.next()).toEqual(complete("p"));
    expect([served.errors, served.server.counts.invalidFrames]).toEqual([[], hostile.length]);
  });

  test("a query of a megabyte ends its connection, and no other", async () => {
    const served = await serveAgent();
    const other = await dialAgent(served, { transports });
    const { socket } = await dialAgent(served, { transports });
    const gone = new Promise((resolve) => socket.once("disconnect", resolve));
    socket.emit("query", { ...query, prompt: "x".repeat(2_000_000) });
    expect(await gone).toMatch(/transport (close|error)/);
    other.socket.emit("query", query);
    expect(await other.events.next()).toEqual(complete("p"));
  });

  test("a thousand queries at once: one runs, the rest is refused or waits, and too many end the connection", async () => {
    const served = await serveAgent({ query: () => new Promise(() => undefined) });
    const { socket } = await dialAgent(served, { transports });
    const gone = new Promise((resolve) => socket.once("disconnect", resolve));
    for (let n = 0; n < 1000; n += 1) socket.emit("query", query);
    expect(await gone).toBe("io server disconnect");
    expect(served.server.counts.throttled).toBeGreaterThan(0);
    expect(served.server.sessions.size).toBe(0);
  });
});

test.each([150, 5000, 100_000])("%s lists in each other are refused, and the connection lives", async (depth) => {
  const served = await serveAgent();
  const { socket, event } = await byHand(served);
  socket.send(`42["query",{"prompt":"p","session_id":"1","deep":${"[".repeat(depth)}${"]".repeat(depth)}}]`);
  expect(await event()).toEqual(refused(expect.stringContaining("nested")));
  socket.send(`42["query",{"prompt":"p","session_id":"1"}]`);
  expect(await event()).toEqual(complete("p"));
});

test("own keys of a query reach the handler inert", async () => {
  const seen: object[] = [];
  const served = await serveAgent({ query: (body: object) => void seen.push({ ...body }) });
  const { socket } = await byHand(served);
  socket.send(`42["query",{"prompt":"p","session_id":"1","__proto__":{"polluted":1},"constructor":{"prototype":{}}}]`);
  await expect.poll(() => seen.length).toBe(1);
  expect(Object.getPrototypeOf(seen[0])).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a handler that throws or rejects is the protocol's error, and nothing of it is told", async () => {
  const served = await serveAgent({ query: () => Promise.reject(new Error("SELECT secret")) });
  const { socket, event } = await byHand(served);
  socket.send(`42["query",${JSON.stringify(query)}]`);
  expect(await event()).toEqual(refused("internal error"));
  expect(served.errors).toEqual([new Error("SELECT secret")]);
});

test("who never reads is dropped while broadcasts reach everybody else", async () => {
  const served = await serveAgent({}, { limits: { closing: 50 } });
  const reader = await dialAgent(served);
  const { socket, closed } = await byHand(served);
  socket.pause();
  const text = "x".repeat(1_000_000);
  for (let n = 0; served.server.sessions.size === 2; n += 1) {
    served.server.broadcast("connected", { data: `${n} ${text}` });
    expect((await reader.events.next())[1]).toEqual({ data: `${n} ${text}` });
  }
  expect(served.server.counts.slowReaders).toBe(1);
  socket.resume();
  await closed;
  expect(await answers(served)).toBe("alive?");
});

test("who polls once and never again is let go", async () => {
  const served = await serveAgent({}, { limits: { idle: 30, alive: 30, closing: 30 } });
  const open = await (await fetch(`${served.url}/socket.io/?EIO=4&transport=polling`)).text();
  const { sid } = JSON.parse(open.slice(1)) as { sid: string };
  const url = `${served.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
  await (await fetch(url, { method: "POST", body: "40" })).text();
  await expect.poll(() => served.server.counts.accepted).toBe(1);
  await expect.poll(() => served.server.sessions.size).toBe(0);
  expect((await fetch(url)).status).toBe(400);
});
