import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { decode } from "@msgpack/msgpack";
import type { Direction } from "@wirepact/runtime";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import type { Seen, Trail } from "./trail.ts";

/** A proxy that writes down what passes, in the order in which it passes. */
export interface Tap {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Stands between a client and the server at a port, and passes frames on byte by byte. */
export async function tapWebSocket(port: number, seen: Trail<Seen>): Promise<Tap> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  server.on("connection", (near, request) => join(near, request, port, seen));
  const stop = async () => {
    for (const socket of server.clients) socket.terminate();
    const closed = once(server, "close");
    server.close();
    await closed;
  };
  // It listens to a port, not to a pipe.
  return { port: (server.address() as AddressInfo).port, stop };
}

function join(near: WebSocket, { url = "/" }: IncomingMessage, port: number, seen: Trail<Seen>): void {
  const far = new WebSocket(`ws://127.0.0.1:${port}${url}`);
  const opened = once(far, "open");
  pass(near, far, "client", seen, opened);
  pass(far, near, "server", seen, Promise.resolve());
}

function pass(source: WebSocket, sink: WebSocket, from: Direction, seen: Trail<Seen>, ready: Promise<unknown>): void {
  source.on("error", () => sink.terminate());
  source.on("close", (code) => (code === 1005 || code === 1006 ? sink.close() : sink.close(code)));
  source.on("message", (data, binary) => {
    seen.put({ from, ...read(data, binary) });
    void ready.then(() => sink.send(data, { binary }));
  });
}

function read(data: RawData, isBinary: boolean): Omit<Seen, "from"> {
  // `ws` gives a Buffer unless it is told otherwise.
  const bytes = data as Buffer;
  if (isBinary) return { encoding: "msgpack", frame: decode(bytes) };
  return { encoding: "json", frame: JSON.parse(bytes.toString()) };
}
