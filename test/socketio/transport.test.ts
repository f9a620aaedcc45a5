import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { Mailbox } from "./mailbox.ts";
import { open, plainServer } from "./plainServer.ts";
import { start } from "./strangers.ts";

const CONNECT = { kind: "event", frame: { event: "connect" }, raised: true };
const disconnect = (data: string) => ({ kind: "event", frame: { event: "disconnect", data }, raised: true });
const event = (frame: unknown) => ({ kind: "event", frame });

test("events go both ways", async () => {
  const { url, sockets } = await plainServer();
  const { transport, told } = open(url);
  const socket = await sockets.next();
  const heard = new Mailbox<unknown[]>();
  socket.onAny((...values: unknown[]) => heard.put(values));
  expect([await told.next(), await told.next()]).toEqual(["open", CONNECT]);
  socket.emit("agent_event", { event_type: "searching", data: {} });
  socket.emit("bare");
  socket.emit("two", 1, 2);
  socket.emit("asked", 1, () => undefined);
  expect(await told.next()).toEqual(event({ event: "agent_event", data: { event_type: "searching", data: {} } }));
  expect(await told.next()).toEqual(event({ event: "bare" }));
  expect(await told.next()).toEqual(event({ event: "two", data: 1 }));
  expect(await told.next()).toEqual(event({ event: "asked", data: 1 }));
  transport.send({ frame: { event: "query", data: { prompt: "hi ü" } } });
  transport.send({ frame: { event: "bare" } });
  expect([await heard.next(), await heard.next()]).toEqual([["query", { prompt: "hi ü" }], ["bare"]]);
});

test("the query and headers go with the handshake, the path is the namespace", async () => {
  const { io, url } = await plainServer();
  const sockets = new Mailbox<{ handshake: { query: unknown; headers: Record<string, unknown> } }>();
  io.of("/agents").on("connection", (socket) => sockets.put(socket));
  open(new URL("/agents?token=a%26b&user=1", url), { authorization: "Bearer x" });
  const { handshake } = await sockets.next();
  expect(handshake.query).toMatchObject({ token: "a&b", user: "1" });
  expect(handshake.headers["authorization"]).toBe("Bearer x");
});

test("each connection is its own", async () => {
  const { url, sockets } = await plainServer();
  const [first, second] = [open(url), open(url)];
  const ids = [(await sockets.next()).conn, (await sockets.next()).conn];
  expect(ids[0]).not.toBe(ids[1]);
  first.transport.close(1000, "");
  expect(await second.told.next()).toBe("open");
});

test("an end by wish is told once, and nothing after it", async () => {
  const { url, sockets } = await plainServer();
  const { transport, told } = open(url);
  const socket = await sockets.next();
  const gone = new Promise((resolve) => socket.on("disconnect", resolve));
  await told.next();
  await told.next();
  transport.close(1000, "bye");
  transport.close(1000, "again");
  expect(await gone).toBe("client namespace disconnect");
  expect([await told.next(), await told.next(), ...told.kept]).toEqual([
    disconnect("io client disconnect"),
    { code: 1000, reason: "io client disconnect" },
  ]);
});

test("an end before the connection is open is told too", async () => {
  const { url } = await plainServer();
  const { transport, told } = open(url);
  transport.close(4408, "late");
  expect([await told.next(), ...told.kept]).toEqual([{ code: 4408, reason: "late" }]);
});

test("a server that says farewell means it", async () => {
  const { url, sockets } = await plainServer();
  const { told } = open(url);
  (await sockets.next()).disconnect(true);
  const reason = "io server disconnect";
  expect([await told.next(), await told.next(), await told.next(), await told.next()]).toEqual([
    "open",
    CONNECT,
    disconnect(reason),
    { code: 1000, reason },
  ]);
});

test("a connection that breaks is a loss", async () => {
  const { url, sockets } = await plainServer();
  const { told } = open(url);
  const socket = await sockets.next();
  await told.next();
  await told.next();
  socket.conn.close();
  const reason = "transport close";
  expect([await told.next(), await told.next()]).toEqual([disconnect(reason), { code: 1006, reason }]);
});

test("a silent server is found out", async () => {
  const { url, sockets } = await plainServer({ pingInterval: 30, pingTimeout: 30, transports: ["polling"] });
  const { told } = open(url);
  const socket = await sockets.next();
  await told.next();
  await told.next();
  // A server that hangs sends no more pings, and takes nothing.
  socket.conn.transport.send = () => undefined;
  expect(await told.next()).toEqual(disconnect("ping timeout"));
  expect(await told.next()).toEqual({ code: 1006, reason: "ping timeout" });
});

test("a namespace that is refused gives the server's code, or says that it was refused", async () => {
  const { io, url } = await plainServer();
  io.of("/coded").use((_socket, next) => next(Object.assign(new Error("wrong engine"), { data: { code: 4001 } })));
  io.of("/odd").use((_socket, next) => next(Object.assign(new Error("odd"), { data: { code: 7 } })));
  expect(await open(new URL("/coded", url)).told.next()).toEqual({ code: 4001, reason: "wrong engine" });
  expect(await open(new URL("/odd", url)).told.next()).toEqual({ code: 1008, reason: "odd" });
  expect(await open(new URL("/none", url)).told.next()).toEqual({ code: 1008, reason: "Invalid namespace" });
});

test("our own server's refusals: a status, and a code", async () => {
  const { door, url } = await start();
  door.decide = () => ({ kind: "status", status: 401 });
  expect(await open(new URL(url)).told.next()).toEqual({ code: 1006, reason: "xhr poll error", status: 401 });
  door.decide = () => ({ kind: "close", code: 1008, reason: "wrong engine" });
  expect(await open(new URL(url)).told.next()).toEqual({ code: 1008, reason: "wrong engine" });
});

test("our own server's wish to be left, and to be asked again", async () => {
  const { door, url } = await start();
  for (const [code, end] of [
    [1008, 1000],
    [1012, 1006],
  ] as const) {
    const { told } = open(new URL(url));
    const { peer } = await door.peers.next();
    await told.next();
    await told.next();
    peer.close(code, "");
    await told.next();
    expect(await told.next()).toMatchObject({ code: end });
  }
});

test("a port where nobody listens, and one where nobody speaks HTTP", async () => {
  const mute = createServer((socket) => socket.resume().end("what?\r\n"));
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const { port } = mute.address() as AddressInfo;
  const url = new URL(`ws://127.0.0.1:${port}/`);
  expect(await open(url).told.next()).toEqual({ code: 1006, reason: "xhr poll error" });
  await new Promise((resolve) => mute.close(resolve));
  expect(await open(url).told.next()).toEqual({ code: 1006, reason: "xhr poll error" });
});

test("what waits is counted, and leaves", async () => {
  const { url, sockets } = await plainServer();
  const { transport, told } = open(url);
  await sockets.next();
  await told.next();
  const data = "x".repeat(50_000);
  for (let count = 0; count < 100; count += 1) transport.send({ frame: { event: "big", data } });
  expect(transport.buffered()).toBeGreaterThan(1_000_000);
  await expect.poll(() => transport.buffered()).toBe(0);
});
