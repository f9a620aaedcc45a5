import type { DisconnectReason, Socket } from "socket.io";
import { Flood } from "../wire/flood.ts";
import { Inbox } from "../wire/inbox.ts";
import { library } from "../wire/library.ts";
import { LARGEST_FRAME, type PeerEnd } from "../wire/peer.ts";
import { receivedEvent } from "../wire/received.ts";
import { deferred } from "./deferred.ts";
import type { Guest, Host } from "./host.ts";
import { type HttpAnswer, startHttp } from "./httpHost.ts";

/** Starts a plain server of Socket.IO. `namespace` is what its client must ask for. */
export async function startSocketioHost(namespace: string, answers: readonly HttpAnswer[]): Promise<Host> {
  const io = await library("socket.io", () => import("socket.io"));
  const http = await startHttp(answers);
  const server = new io.Server(http.server, { serveClient: false, maxHttpBufferSize: LARGEST_FRAME, perMessageDeflate: false });
  const [guest, strayed, inbox] = [deferred<Guest>(), deferred<string>(), new Inbox()];
  let came = 0;
  server.of(namespace).on("connection", (socket) => {
    came += 1;
    if (came === 1) return guest.resolve(welcome(socket, inbox));
    strayed.resolve("it connected a second time");
    socket.disconnect(true);
  });
  return {
    url: `http://127.0.0.1:${http.port}${namespace === "/" ? "" : namespace}`,
    inbox,
    guest: guest.promise,
    strayed: strayed.promise,
    close: async () => {
      server.disconnectSockets(true);
      server.engine.close();
      await http.close();
    },
  };
}

/** Socket.IO does not tell a transport that was closed from one that was lost: many clients close nothing else. */
const ENDS: Partial<Record<DisconnectReason, PeerEnd["how"]>> = {
  "parse error": "garbled",
  "client namespace disconnect": "closed",
  "transport close": "closed",
};

/** Socket.IO can not be asked to wait: one that sends more than a case hears is closed, and the frame that is too much comes last. */
function welcome(socket: Socket, inbox: Inbox): Guest {
  const nothing = () => undefined;
  const [flood, bytes] = [new Flood(), bytesOf(socket)];
  socket.onAny((event: unknown, ...values: unknown[]) => {
    const size = bytes();
    inbox.put({ kind: "frame", size, read: () => receivedEvent(event, values) }, nothing);
    if (flood.add(size) === undefined) return;
    socket.offAny();
    socket.disconnect(true);
  });
  socket.on("disconnect", (reason) => {
    inbox.put({ kind: "ended", how: ENDS[reason] ?? "lost", code: null, text: `ended: ${reason}` }, nothing);
  });
  return {
    send: (wire) => {
      if (wire.kind !== "event") throw new TypeError("Socket.IO has events alone");
      socket.emit(wire.event, ...wire.values);
    },
  };
}

/** Counts what came since it was asked last. */
function bytesOf({ conn }: Socket): () => number {
  let bytes = 0;
  conn.on("data", (data: string | Buffer) => {
    bytes += data.length;
  });
  return () => {
    const counted = bytes;
    bytes = 0;
    return counted;
  };
}
