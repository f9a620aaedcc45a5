import { createServer } from "node:http";
import { Server, type Socket as ServerSocket } from "socket.io";
import { io } from "socket.io-client";
import { Inbox, play } from "./inbox.ts";
import type { Step } from "./script.ts";

/** What a client that is not ours got: the answer to `POST /api/session`, and events. */
export interface Called {
  readonly session: { readonly status: number; readonly body: unknown };
  readonly got: readonly Step[];
}

/** Plays a client's half of a flow with `socket.io-client`, which by itself polls first and then asks for a WebSocket. */
export async function playSocketioClient(
  url: string,
  steps: readonly Step[],
  transports: string[] = ["polling", "websocket"],
): Promise<Called> {
  const response = await fetch(`${url}/api/session`, { method: "POST" });
  const session = { status: response.status, body: await response.json() };
  const socket = io(url, { forceNew: true, reconnection: false, transports });
  const inbox = new Inbox();
  socket.onAny((event: string, data: unknown) => inbox.put({ from: "server", frame: { event, data } }));
  socket.on("disconnect", (reason) => inbox.end(reason));
  socket.on("connect_error", ({ message }) => inbox.end(message));
  const got = await play(steps, "client", inbox, ({ frame }) => emit(socket, frame));
  socket.disconnect();
  return { session, got };
}

/** A server of plain `socket.io` that plays its half of a flow to one client. */
export async function startSocketioServer(
  steps: readonly Step[],
  session_id: string,
): Promise<{ readonly port: number; readonly got: Promise<Step[]>; readonly stop: () => Promise<void> }> {
  const http = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ session_id }));
  });
  const server = new Server(http);
  const got = new Promise<ServerSocket>((resolve) => server.once("connection", resolve)).then((socket) => {
    const inbox = new Inbox();
    socket.onAny((event: string, data: unknown) => inbox.put({ from: "client", frame: { event, data } }));
    socket.on("disconnect", (reason) => inbox.end(reason));
    return play(steps, "server", inbox, ({ frame }) => emit(socket, frame));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { port: address.port, got, stop: () => server.close() };
}

function emit(socket: { readonly emit: (event: string, data: unknown) => unknown }, frame: unknown): void {
  const { event, data } = frame as { event: string; data: unknown };
  socket.emit(event, data);
}
