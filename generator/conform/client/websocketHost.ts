import type { Duplex } from "node:stream";
import type { EncodingsDescriptor } from "@wirepact/runtime";
import type { WebSocket } from "ws";
import { Inbox } from "../wire/inbox.ts";
import { library } from "../wire/library.ts";
import { LARGEST_FRAME } from "../wire/peer.ts";
import { receivedFrom } from "../wire/received.ts";
import { endOf, sendOn } from "../wire/websocket.ts";
import { deferred } from "./deferred.ts";
import type { Guest, Host } from "./host.ts";
import { type HttpAnswer, startHttp } from "./httpHost.ts";

/** Starts a plain server of `ws`. `address` is the path and the query that its client must ask for. */
export async function startWebsocketHost(
  address: string,
  encodings: EncodingsDescriptor,
  answers: readonly HttpAnswer[],
): Promise<Host> {
  const ws = await library("ws", () => import("ws"));
  const http = await startHttp(answers);
  const sockets = new ws.WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false });
  const [guest, strayed, inbox] = [deferred<Guest>(), deferred<string>(), new Inbox()];
  let came = 0;
  http.server.on("upgrade", (request, stream, head) => {
    const stray = strayOf(request.url ?? "/", address, came);
    if (stray !== undefined) {
      strayed.resolve(stray);
      return refuse(stream);
    }
    came += 1;
    sockets.handleUpgrade(request, stream, head, (socket) => guest.resolve(welcome(socket, inbox, encodings)));
  });
  return {
    url: `ws://127.0.0.1:${http.port}${address}`,
    inbox,
    guest: guest.promise,
    strayed: strayed.promise,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await http.close();
    },
  };
}

/** What is wrong with how a client comes. Parameters of the query may stand in any order, and there may be more of them. */
function strayOf(asked: string, address: string, came: number): string | undefined {
  const [got, wanted] = [asked, address].map((one) => new URL(one, "ws://localhost"));
  const isThere =
    got?.pathname === wanted?.pathname &&
    [...(wanted?.searchParams.keys() ?? [])].every((name) => got?.searchParams.has(name) === true);
  if (!isThere) return `it asked for ${asked.slice(0, 200)}, and was told ${address}`;
  return came === 0 ? undefined : "it connected a second time";
}

function refuse(stream: Duplex): void {
  stream.on("error", () => undefined);
  stream.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
}

function welcome(socket: WebSocket, inbox: Inbox, encodings: EncodingsDescriptor): Guest {
  let fault: NodeJS.ErrnoException | undefined;
  const resume = () => socket.resume();
  socket.on("message", (data, isBinary) => {
    // `ws` gives a Buffer unless it is told otherwise.
    const bytes = data as Buffer;
    const isRoom = inbox.put({ kind: "frame", size: bytes.length, read: () => receivedFrom(bytes, isBinary, encodings) }, resume);
    if (!isRoom) socket.pause();
  });
  socket.on("error", (error) => {
    fault ??= error;
  });
  socket.on("close", (code, reason) => inbox.put(endOf(code, reason, fault), resume));
  return { send: (wire) => sendOn(socket, wire) };
}
