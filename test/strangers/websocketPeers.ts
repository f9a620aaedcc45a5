import { once } from "node:events";
import { decode, encode } from "@msgpack/msgpack";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { Inbox, play } from "./inbox.ts";
import type { Step } from "./script.ts";

/** Plays a client's half of a flow with plain `ws`, and answers what it got. */
export async function playWebSocketClient(url: string, steps: readonly Step[]): Promise<Step[]> {
  const socket = new WebSocket(url);
  const inbox = inboxOf(socket, "server");
  await once(socket, "open");
  const got = await play(steps, "client", inbox, (step) => send(socket, step));
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
    return play(steps, "server", inboxOf(socket, "client"), (step) => send(socket, step));
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

function inboxOf(socket: WebSocket, from: Step["from"]): Inbox {
  const inbox = new Inbox();
  socket.on("message", (data: RawData, isBinary: boolean) => inbox.put({ from, ...read(data, isBinary) }));
  socket.on("close", (code) => inbox.end(`closed with ${code}`));
  return inbox;
}

function send(socket: WebSocket, { frame, encoding }: Step): void {
  socket.send(encoding === "msgpack" ? encode(frame) : JSON.stringify(frame));
}

function read(data: RawData, isBinary: boolean): Pick<Step, "frame" | "encoding"> {
  // Copied, so that bytes within a frame are plain ones and no Buffer of Node's.
  const bytes = Uint8Array.from(Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer));
  return isBinary
    ? { frame: decode(bytes), encoding: "msgpack" }
    : { frame: JSON.parse(new TextDecoder().decode(bytes)), encoding: "json" };
}
