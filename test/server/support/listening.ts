import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { type Clock, systemClock } from "../../../runtime/src/clock.ts";
import { createServe } from "../../../runtime/src/server/createServe.ts";
import type { ServerDefinition } from "../../../runtime/src/server/definition.ts";
import type { ServerOptions } from "../../../runtime/src/server/options.ts";
import type { Server } from "../../../runtime/src/server/server.ts";
import { openWebSocketServer } from "../../../runtime/src/websocketServer/openWebSocketServer.ts";
import { HANDLERS, type RoomHandlers, roomDefinition } from "./serveRoom.ts";

/** The platform's clock, whose timers are counted. */
export class CountingClock implements Clock {
  pending = 0;
  readonly now = systemClock.now;
  readonly random = systemClock.random;
  readonly after = (milliseconds: number, run: () => void) => {
    this.pending += 1;
    let isOver = false;
    const end = () => {
      if (!isOver) this.pending -= 1;
      isOver = true;
    };
    const cancel = systemClock.after(milliseconds, () => {
      end();
      run();
    });
    return () => {
      end();
      cancel();
    };
  };
}

/** A server of the small protocol at a port of this machine. */
export interface Listening {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  readonly errors: unknown[];
  readonly clock: CountingClock;
}

const servers: Listening[] = [];
const sockets: WebSocket[] = [];

/** Listens alone, until the test is over. */
export async function listenRoom(
  handlers: RoomHandlers = {},
  options: ServerOptions = {},
  changes: Partial<ServerDefinition> = {},
): Promise<Listening> {
  const made = makeRoom(handlers, options, changes);
  await made.server.listen(0, "127.0.0.1");
  const port = made.server.address?.port ?? 0;
  const listening = { ...made, port, url: `ws://127.0.0.1:${port}/rooms/1` };
  servers.push(listening);
  return listening;
}

/** Makes a server that does not listen yet. */
export function makeRoom(handlers: RoomHandlers = {}, options: ServerOptions = {}, changes: Partial<ServerDefinition> = {}) {
  const errors: unknown[] = [];
  const clock = new CountingClock();
  const serve = createServe({ ...roomDefinition(openWebSocketServer), ...changes });
  const server = serve({ ...HANDLERS, ...handlers }, { clock, onError: (error) => void errors.push(error), ...options });
  return { server, errors, clock };
}

/** An HTTP server of somebody else's, until the test is over. */
export async function somebodysServer(): Promise<{
  readonly http: HttpServer;
  readonly origin: string;
  readonly end: () => Promise<void>;
}> {
  const http = createServer((_, response) => void response.end("theirs"));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const end = () => new Promise<void>((resolve) => http.close(() => resolve()));
  return { http, origin: `127.0.0.1:${port}`, end };
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const { server, clock } of servers.splice(0)) {
    await server.close({ deadline: 0 });
    expect([server.sessions.size, clock.pending, server.address]).toEqual([0, 0, undefined]);
  }
});

/** A plain client of `ws`, whose frames are kept until the test asks for them. */
export class Stranger {
  readonly socket: WebSocket;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly #frames: unknown[] = [];
  #waiting: ((frame: unknown) => void) | undefined;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    sockets.push(this.socket);
    this.socket.on("error", () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.socket.on("message", (data, isBinary) => this.#arrived(isBinary ? data : JSON.parse(String(data))));
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** The next frame, when it is here. */
  next(): Promise<unknown> {
    if (this.#frames.length > 0) return Promise.resolve(this.#frames.shift());
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #arrived(frame: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) this.#frames.push(frame);
    else waiting(frame);
  }
}

/** Connects a plain client, past the opening message. */
export async function dial(url: string, options: ClientOptions = {}): Promise<Stranger> {
  const stranger = new Stranger(url, options);
  expect(await stranger.next()).toMatchObject({ type: "hello" });
  return stranger;
}

/** The HTTP status with which a connection is refused. */
export function refusal(url: string, options: ClientOptions = {}): Promise<number | undefined> {
  const socket = new WebSocket(url, options);
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on("unexpected-response", (_, response) => {
      resolve(response.statusCode);
      response.resume();
      socket.terminate();
    });
    socket.on("open", () => reject(new Error("was not refused")));
    socket.on("error", () => undefined);
  });
}

/** Whether a server still serves: a new connection gets an answer. */
export async function isAlive(url: string): Promise<boolean> {
  const stranger = await dial(url);
  stranger.send({ type: "say", text: "alive?" });
  const answer = await stranger.next();
  stranger.socket.close();
  return (answer as { text: string }).text === "alive?";
}
