import { once } from "node:events";
import { decode, encode } from "@msgpack/msgpack";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import type { Step } from "./script.ts";

/** Plays a client's half of a flow with plain `ws`, and answers what it got. */
export async function playWebSocketClient(url: string, steps: readonly Step[]): Promise<Step[]> {
  const socket = new WebSocket(url);
  const inbox = new Inbox(socket, "server");
  await once(socket, "open");
  const got = await play(socket, inbox, steps, "client");
  socket.close();
  await once(socket, "close");
  return got;
}

/** A server of plain `ws` that plays its half of a flow to one client. */
export async function startWebSocketServer(
  steps: readonly Step[],
): Promise<{ readonly port: number; readonly got: Promise<Step[]>; readonly stop: () => Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const got = once(server, "connection").then(([socket]: WebSocket[]) => {
    if (socket === undefined) throw new Error("no socket");
    return play(socket, new Inbox(socket, "client"), steps, "server");
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

async function play(socket: WebSocket, inbox: Inbox, steps: readonly Step[], side: Step["from"]): Promise<Step[]> {
  const got: Step[] = [];
  for (const { from, frame, encoding } of steps) {
    if (from === side) socket.send(encoding === "msgpack" ? encode(frame) : JSON.stringify(frame));
    else got.push(await inbox.next());
  }
  return got;
}

interface Waiting {
  readonly resolve: (step: Step) => void;
  readonly reject: (error: Error) => void;
}

/** What arrived and nobody has taken yet, and those who wait for it. */
class Inbox {
  readonly #steps: Step[] = [];
  readonly #waiting: Waiting[] = [];

  constructor(socket: WebSocket, from: Step["from"]) {
    socket.on("message", (data: RawData, isBinary: boolean) => this.#take({ from, ...read(data, isBinary) }));
    socket.on("close", (code) => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(`closed with ${code}, and a frame is missing`));
    });
  }

  next(): Promise<Step> {
    const step = this.#steps.shift();
    if (step !== undefined) return Promise.resolve(step);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #take(step: Step): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#steps.push(step);
    else waiting.resolve(step);
  }
}

function read(data: RawData, isBinary: boolean): Pick<Step, "frame" | "encoding"> {
  // Copied, so that bytes within a frame are plain ones and no Buffer of Node's.
  const bytes = Uint8Array.from(Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer));
  return isBinary
    ? { frame: decode(bytes), encoding: "msgpack" }
    : { frame: JSON.parse(new TextDecoder().decode(bytes)), encoding: "json" };
}
