import { getEventListeners, once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { ServerOptions } from "../../runtime/src/server/options.ts";
import type { Server } from "../../runtime/src/server/server.ts";
import type { Session } from "../../runtime/src/server/session.ts";
import { CountingClock, makeRoom } from "../server/support/listening.ts";
import type { RoomHandlers } from "../server/support/serveRoom.ts";
import { connectRoom } from "./roomClient.ts";

/** A server as a process of its own would be: it can be killed, and its port taken again. */
interface Process {
  readonly server: Server;
  readonly clock: CountingClock;
  readonly http: HttpServer;
  readonly port: number;
  readonly kill: () => Promise<void>;
}

const ending: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function startProcess(handlers: RoomHandlers = {}, port = 0, options: ServerOptions = {}): Promise<Process> {
  const http = createServer();
  const sockets = new Set<Socket>();
  http.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const { server, clock } = makeRoom(handlers, options);
  server.attach(http);
  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  const kill = async () => {
    if (!http.listening) return;
    const closed = once(http, "close");
    http.close();
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
    await server.close({ deadline: 0 });
  };
  ending.push(kill);
  return { server, clock, http, kill, port: (http.address() as AddressInfo).port };
}

/** What keeps a process alive: timers, sockets, servers. */
function resources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo().filter((one) => /Timeout|TCP|Immediate/.test(one))) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Everything that a server may have left behind. */
function remains({ server, clock, http }: Process): unknown {
  return { sessions: server.sessions.size, timers: clock.pending, upgrades: http.listenerCount("upgrade") };
}

const NOTHING = { sessions: 0, timers: 0, upgrades: 0 };

test("a server that is killed and comes back: what was in flight fails, what was subscribed is heard again, nothing is left", async () => {
  const before = resources();
  const signals: AbortSignal[] = [];
  const say = (_: unknown, session: Session) => {
    signals.push(session.signal);
    return new Promise(() => undefined);
  };
  const watch = async function* (_: unknown, session: Session) {
    yield ["item", { n: 1 }];
    await new Promise((resolve) => session.signal.addEventListener("abort", resolve));
  };
  const clock = new CountingClock();
  const first = await startProcess({ say, watch });
  const client = await connectRoom(first.port, clock);
  await client["subscribe"]?.({ topics: ["ticks"] });
  const giving = new AbortController();
  const lost = Array.from({ length: 50 }, (_, n) => client["say"]?.({ text: "x", id: `${n}` }, { signal: giving.signal }));
  const failures = Promise.all(lost.map((asked) => asked?.catch((error: { code: string }) => error.code)));
  const stream = client["watch"]?.({ id: "w" }) as unknown as AsyncIterable<{ message: string }>;
  const seen: string[] = [];
  const streamed = (async () => {
    for await (const { message } of stream) seen.push(message);
  })().catch((error: { code: string }) => error.code);
  await expect.poll(() => [signals.length, seen.length]).toEqual([50, 1]);
  const heard: unknown[] = [];
  client.on("tick", (body) => heard.push(body));
  const reconnected = new Promise<void>((resolve) => client.onStateChange((state) => state === "open" && resolve()));
  await first.kill();
  expect(await failures).toEqual(Array(50).fill("closed"));
  expect([await streamed, getEventListeners(giving.signal, "abort").length]).toEqual(["closed", 0]);
  expect([remains(first), signals.every(({ aborted }) => aborted)]).toEqual([NOTHING, true]);

  const second = await startProcess({}, first.port);
  await reconnected;
  await expect.poll(() => [...second.server.sessions].map(({ topics }) => topics.has("ticks"))).toEqual([true]);
  second.server.broadcast("tick", { n: 7 });
  await expect.poll(() => heard).toEqual([{ type: "tick", n: 7 }]);
  expect(await client["say"]?.({ text: "again", id: "0" })).toMatchObject({ text: "again" });
  await client.close();
  await second.kill();
  expect([remains(second), clock.pending]).toEqual([NOTHING, 0]);
  await expect.poll(resources).toEqual(before);
});

test("a client that closes while there is no server leaves no attempt behind", async () => {
  const before = resources();
  const clock = new CountingClock();
  const process = await startProcess();
  const client = await connectRoom(process.port, clock);
  const reconnecting = new Promise<void>((resolve) => client.onStateChange((state) => state === "reconnecting" && resolve()));
  await process.kill();
  await reconnecting;
  const queued = client["say"]?.({ text: "x" }).catch((error: { code: string }) => error.code);
  await client.close();
  expect([await queued, clock.pending, client.state]).toEqual(["closed", 0, "closed"]);
  await expect.poll(resources).toEqual(before);
});

test("a thousand connections come and go, by farewell, by reset and with requests in flight, and leave nothing", async () => {
  const before = resources();
  const signals = new Set<AbortSignal>();
  const say = (_: unknown, session: Session) => {
    signals.add(session.signal);
    return new Promise(() => undefined);
  };
  const process = await startProcess({ say });
  const clock = new CountingClock();
  for (let round = 0; round < 20; round += 1) {
    const clients = await Promise.all(Array.from({ length: 50 }, () => connectRoom(process.port, clock, { reconnect: false })));
    const asked = clients.map((client) => client["say"]?.({ text: "x" }).catch((error: { code: string }) => error.code));
    await expect.poll(() => signals.size).toBe((round + 1) * 50);
    if (round % 2 === 0) await Promise.all(clients.map((client) => client.close()));
    else for (const session of process.server.sessions) (session as unknown as { terminate(): void }).terminate();
    expect(await Promise.all(asked)).toEqual(Array(50).fill("closed"));
    await Promise.all(clients.map(({ closed }) => closed));
    await expect.poll(() => process.server.sessions.size).toBe(0);
  }
  expect(process.server.counts.accepted).toBe(1000);
  expect([clock.pending, process.clock.pending]).toEqual([0, 0]);
  expect([...signals].flatMap((signal) => getEventListeners(signal, "abort"))).toEqual([]);
  await process.kill();
  expect(remains(process)).toEqual(NOTHING);
  await expect.poll(resources).toEqual(before);
});
