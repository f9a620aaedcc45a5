import { once } from "node:events";
import { decode, encode } from "@msgpack/msgpack";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { framesFrom, type Step } from "./script.ts";

/** How the frames of a plain script are written: JSON as text, MessagePack as binary. */
export type Encoding = "json" | "msgpack";

/** Plays a client's half of a flow with plain `ws`, and answers the frames that it got. */
export async function playWebSocketClient(url: string, steps: readonly Step[], encoding: Encoding = "json"): Promise<unknown[]> {
  const socket = new WebSocket(url);
  const inbox = new Inbox(socket);
  await once(socket, "open");
  const got = await play(socket, inbox, steps, "client", encoding);
  socket.close();
  await once(socket, "close");
  return got;
}

/** A server of plain `ws` that plays its half of a flow to one client. */
export async function startWebSocketServer(
  steps: readonly Step[],
  encoding: Encoding = "json",
): Promise<{ readonly port: number; readonly got: Promise<unknown[]>; readonly stop: () => Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const got = once(server, "connection").then(([socket]: WebSocket[]) => {
    if (socket === undefined) throw new Error("no socket");
    return play(socket, new Inbox(socket), steps, "server", encoding);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { port: address.port, got, stop: () => stopServer(server) };
}

async function stopServer(server: WebSocketServer): Promise<void> {
  for (const socket of server.clients) socket.terminate();
  const closed = once(server, "close");
  server.close();
  await closed;
}

async function play(
  socket: WebSocket,
  inbox: Inbox,
  steps: readonly Step[],
  side: Step["from"],
  encoding: Encoding,
): Promise<unknown[]> {
  const got: unknown[] = [];
  for (const { from, frame } of steps) {
    if (from === side) socket.send(encoding === "msgpack" ? encode(frame) : JSON.stringify(frame));
    else got.push(await inbox.next());
  }
  if (got.length !== framesFrom(steps, side === "client" ? "server" : "client").length) throw new Error("a frame is missing");
  return got;
}

/** Frames that arrived and nobody has taken yet, and those who wait for one. */
class Inbox {
  readonly #frames: unknown[] = [];
  readonly #waiting: ((frame: unknown) => void)[] = [];

  constructor(socket: WebSocket) {
    socket.on("message", (data: RawData, isBinary: boolean) => this.#take(read(data, isBinary)));
  }

  next(): Promise<unknown> {
    if (this.#frames.length > 0) return Promise.resolve(this.#frames.shift());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #take(frame: unknown): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#frames.push(frame);
    else waiting(frame);
  }
}

function read(data: RawData, isBinary: boolean): unknown {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
  return isBinary ? decode(bytes) : JSON.parse(bytes.toString());
}
