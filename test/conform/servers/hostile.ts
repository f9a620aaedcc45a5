import { once } from "node:events";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { Server as IoServer, type Socket as IoSocket } from "socket.io";
import { type WebSocket, WebSocketServer } from "ws";
import type { Tried } from "../support/tryServer.ts";

/** A server that does its worst to whoever talks to it. */
interface Hostile {
  readonly does: string;
  /** What is told of it first, from the name of the case on. */
  readonly told: string;
  readonly start: () => Promise<Tried>;
}

const CONNECTED = JSON.stringify({ type: "CONNECTED", panelId: "demo", state: {} });

/** Servers of a panel. */
export const HOSTILE: readonly Hostile[] = [
  {
    does: "is not there",
    told: "connects: no connection: connect ECONNREFUSED",
    start: async () => ({ url: "ws://127.0.0.1:1/panels/demo/ws", stop: () => undefined }),
  },
  {
    does: "never answers the handshake",
    told: "connects: the server did not answer the handshake within 2000 ms",
    start: () => raw(() => undefined),
  },
  {
    does: "answers the handshake with nonsense",
    told: "connects: no connection: Parse Error",
    start: () => raw((socket) => void socket.end("hello\r\n\r\n")),
  },
  {
    does: "answers the handshake with a flood",
    told: "connects: no connection: Parse Error",
    start: () => raw((socket) => flood(socket, Buffer.alloc(65_536, "HTTP/1.1 200 OK\r\n"))),
  },
  {
    does: "hangs up before the handshake",
    told: "connects: no connection: socket hang up",
    start: () => raw((socket) => void socket.destroy()),
  },
  {
    does: "refuses with 401",
    told: "connects: the server answered the handshake with HTTP 401, which the contract has for: authentication is on",
    start: () => raw((socket) => void socket.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")),
  },
  {
    does: "sends on to itself",
    told: "connects: the server answered the handshake with HTTP 302",
    start: () => raw((socket) => void socket.end("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")),
  },
  {
    does: "says nothing",
    told: "opening: opening: the server's first frame must be CONNECTED, and nothing came within 2000 ms",
    start: () => served(() => undefined),
  },
  {
    does: "greets, and says nothing more",
    told: "heartbeat: unanswered: PING must be answered by PONG, and never was, within 2000 ms",
    start: () => served((socket) => socket.send(CONNECTED)),
  },
  {
    does: "closes at once",
    told: "connects: server-connection: the connection was closed with 1000, before anything was sent",
    start: () => served((socket) => socket.close(1000)),
  },
  {
    does: "closes behind the greeting",
    told: "opening: server-connection: the connection was closed with 4000 (go away), before anything was sent",
    start: () => served((socket) => socket.send(CONNECTED, () => socket.close(4000, "go away"))),
  },
  {
    does: "drops the line",
    told: "connects: server-connection: the connection was lost, without a close, before anything was sent",
    start: () => served((socket) => socket.terminate()),
  },
  {
    does: "sends garbage for frames",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () => served((socket) => void transportOf(socket).write(Buffer.alloc(100, 0xff))),
  },
  {
    does: "sends text that is no UTF-8",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () => served((socket) => void transportOf(socket).write(Buffer.from([0x81, 0x02, 0xc3, 0x28]))),
  },
  {
    does: "sends frames of 100 MB",
    told: "connects: the connection brought a frame of more than 16777216 bytes",
    start: () => served((socket) => socket.send(Buffer.alloc(100_000_000, " "), { binary: false })),
  },
  {
    does: "claims a frame of exabytes",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () =>
      served((socket) => void transportOf(socket).write(Buffer.from([0x81, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255]))),
  },
  {
    does: "sends an endless message in fragments",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () =>
      served((socket) => {
        transportOf(socket).write(Buffer.from([0x01, 0x01, 0x20]));
        flood(transportOf(socket), Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from([0x00, 0x01, 0x20]))));
      }),
  },
  {
    does: "floods with legal frames",
    told: "opening: the server sent more than 10000 frames in one case",
    start: () =>
      served((socket) => {
        socket.send(CONNECTED);
        const patch = Buffer.from(JSON.stringify({ type: "PATCH", mutations: [{ op: "delete", key: "a" }] }));
        const frame = Buffer.concat([Buffer.from([0x81, patch.length]), patch]);
        flood(transportOf(socket), Buffer.concat(Array.from({ length: 1_000 }, () => frame)));
      }),
  },
  {
    does: "floods with pongs",
    told: "opening: server-connection: the connection brought more pongs than were asked for",
    start: () =>
      served((socket) => {
        socket.send(CONNECTED);
        flood(transportOf(socket), Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from([0x8a, 0x00]))));
      }),
  },
  {
    does: "sends what is nested 100,000 deep",
    told: "opening: frame: frame at /: must be object, got [[[[…]]]]",
    start: () => served((socket) => socket.send(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)),
  },
  {
    does: "answers with terminal commands",
    told: 'opening: frame: frame at /type: must be one of "CONNECTED", "RESULT", "PATCH", "EVENT", "PONG", "ERROR", got "\\u001b[2J\\u202e"',
    start: () => served((socket) => socket.send('{"type":"\\u001b[2J\u202e"}')),
  },
];

/** Servers of an agent, over Socket.IO. */
export const HOSTILE_AGENTS: readonly Hostile[] = [
  {
    does: "is not there",
    told: "connects: no connection: connect ECONNREFUSED",
    start: async () => ({ url: "http://127.0.0.1:1", stop: () => undefined }),
  },
  {
    does: "never answers the handshake",
    told: "connects: the server did not answer the handshake within 2000 ms",
    start: async () => overHttp(await raw(() => undefined)),
  },
  {
    does: "opens WebSocket, and no Socket.IO",
    told: "connects: the server did not answer the handshake within 2000 ms",
    start: async () => overHttp(await served(() => undefined)),
  },
  {
    does: "sends packets that are none",
    told: "connects: ",
    start: async () => overHttp(await served((socket) => socket.send("hello"))),
  },
  {
    does: "refuses the namespace",
    told: "connects: no connection: no such token",
    start: () => agent((_, server) => server.use((_socket, next) => next(new Error("no such token")))),
  },
  {
    does: "greets nobody",
    told: "opening: opening: the server's first frame must be connected, and nothing came within 2000 ms",
    start: () => agent(() => undefined),
  },
  {
    does: "disconnects at once",
    told: "connects: server-connection: the connection was closed by the server, before anything was sent",
    start: () => agent((socket) => socket?.disconnect()),
  },
  {
    does: "drops the line",
    told: "connects: server-connection: the connection was lost: transport close, before anything was sent",
    start: () => agent((socket) => socket?.conn.close(true)),
  },
  {
    does: "sends an event of 100 MB",
    told: "connects: the connection brought a frame of more than 16777216 bytes",
    start: () => agent((socket) => socket?.emit("connected", { data: "x".repeat(100_000_000) })),
  },
  {
    does: "floods with events",
    told: "opening: the server sent more than 10000 frames in one case",
    start: () =>
      agent((socket) => {
        socket?.emit("connected", { data: "hello" });
        for (let n = 0; n < 20_000; n++) socket?.emit("error", { message: "no" });
      }),
  },
];

/** A server of bytes. */
async function raw(serve: (socket: Socket) => void): Promise<Tried> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => serve(socket));
  });
  return { url: `ws://127.0.0.1:${await portOf(server)}/panels/demo/ws`, stop: () => stopped(server, sockets) };
}

function stopped(server: Server, sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) socket.destroy();
  server.close();
}

/** A server of WebSocket. */
async function served(serve: (socket: WebSocket) => void): Promise<Tried> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  await once(server, "listening");
  server.on("connection", (socket) => {
    socket.on("error", () => undefined);
    serve(socket);
  });
  const stop = () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/panels/demo/ws`, stop };
}

/** A server of Socket.IO; called once without a socket, to set it up. */
async function agent(serve: (socket: IoSocket | undefined, server: IoServer) => void): Promise<Tried> {
  const http = createHttpServer();
  const server = new IoServer(http, { maxHttpBufferSize: 1e9 });
  serve(undefined, server);
  server.on("connection", (socket) => serve(socket, server));
  return { url: `http://127.0.0.1:${await portOf(http)}`, stop: () => server.close() };
}

async function portOf(server: Server | HttpServer): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function overHttp({ url, stop }: Tried): Tried {
  return { url: new URL(url.replace("ws:", "http:")).origin, stop };
}

/** The socket under a WebSocket, which `ws` keeps there. */
function transportOf(socket: WebSocket): Socket {
  return (socket as unknown as { readonly _socket: Socket })._socket;
}

/** Writes the same again and again, as fast as it is read. */
function flood(socket: Socket, bytes: Buffer): void {
  const write = () => {
    while (!socket.destroyed && socket.write(bytes));
  };
  socket.on("drain", write);
  write();
}
