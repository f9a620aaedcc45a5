import { once } from "node:events";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { Server as IoServer, type Socket as IoSocket } from "socket.io";
import { type WebSocket, WebSocketServer } from "ws";
import type { Tried } from "../support/tryServer.ts";

/** A server that does its worst to whoever talks to it. */
export interface Hostile {
  readonly does: string;
  /** Part of what is told of it first, behind the name of the case. */
  readonly told: string;
  readonly start: () => Promise<Tried>;
}

/** A server of bytes. */
export async function raw(serve: (socket: Socket) => void): Promise<Tried> {
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
export async function served(serve: (socket: WebSocket) => void): Promise<Tried> {
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
export async function agent(serve: (socket: IoSocket | undefined, server: IoServer) => void): Promise<Tried> {
  const http = createHttpServer((_, response) => void response.end('{"session_id":"s"}'));
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

export function overHttp({ url, stop }: Tried): Tried {
  return { url: new URL(url.replace("ws:", "http:")).origin, stop };
}

/** The socket under a WebSocket, which `ws` keeps there. */
export function transportOf(socket: WebSocket): Socket {
  return (socket as unknown as { readonly _socket: Socket })._socket;
}

/** Writes the same again and again, as fast as it is read. */
export function flood(socket: Socket, bytes: Buffer): void {
  const write = () => {
    while (!socket.destroyed && socket.write(bytes));
  };
  socket.on("drain", write);
  write();
}
