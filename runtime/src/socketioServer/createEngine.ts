import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { Server } from "socket.io";
import type { Door } from "../server/listener.ts";

/** Where Engine.IO's requests are. */
export const ENGINE_PATH = "/socket.io/";

/** Socket.IO, and the two ways into it. Requests come to it only after they were admitted. */
export interface Engine {
  readonly io: Server;
  readonly handleRequest: (request: IncomingMessage, response: ServerResponse) => void;
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => Promise<void>;
}

/** Makes a Socket.IO server behind an HTTP server that never listens: what reaches it was let through by hand. */
export function createEngine({ limits }: Door): Engine {
  const relay = createServer();
  const io = new Server(relay, {
    path: ENGINE_PATH,
    serveClient: false,
    allowEIO3: false,
    transports: ["polling", "websocket"],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.payload,
    connectTimeout: timerSpan(limits.handshake),
    upgradeTimeout: timerSpan(limits.handshake),
    pingInterval: timerSpan(limits.idle),
    pingTimeout: timerSpan(limits.alive),
  });
  return {
    io,
    handleRequest: (request, response) => void relay.emit("request", request, response),
    handleUpgrade: (request, socket, head) => void relay.emit("upgrade", request, socket, head),
    close: () => io.close(),
  };
}

/** Platforms count milliseconds in 31 bits, and take more for "at once". */
export function timerSpan(milliseconds: number): number {
  return Math.min(milliseconds, 2 ** 31 - 1);
}
