import type { Manager, Socket } from "socket.io-client";
import { Flood } from "../wire/flood.ts";
import { library } from "../wire/library.ts";
import { LARGEST_FRAME, type OpenPeer, type Peer, type PeerEnd, type Put, Unreachable } from "../wire/peer.ts";
import { receivedEvent } from "../wire/received.ts";

/** Connects plain clients of `socket.io-client`: over WebSocket alone, where a frame that is too large is refused before it is read. */
export const socketioPeer: OpenPeer = async ({ url, headers, auth }, put, signal) => {
  const io = await library("socket.io-client", () => import("socket.io-client"));
  const manager = new io.Manager(url.origin, {
    query: Object.fromEntries(url.searchParams),
    extraHeaders: { ...headers },
    transports: ["websocket"],
    transportOptions: { websocket: { maxPayload: LARGEST_FRAME, perMessageDeflate: false } },
    autoConnect: false,
    reconnection: false,
    forceNew: true,
  });
  const socket = manager.socket(url.pathname, { auth: { ...auth } });
  listen(socket, put, bytesOf(manager));
  await opened(socket, manager, signal);
  return peerOf(socket);
};

function opened(socket: Socket, manager: Manager, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (text: string) => {
      signal.removeEventListener("abort", abort);
      socket.disconnect();
      manager.engine?.close();
      reject(new Unreachable(text));
    };
    const abort = () => fail(`the server did not answer the handshake ${signal.reason}`);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    socket.once("connect", () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    socket.once("connect_error", (error) => fail(`no connection: ${reasonOf(error)}`));
    socket.connect();
  });
}

/** Engine.IO says that WebSocket failed, and keeps why beside it. */
function reasonOf(error: Error & { readonly description?: unknown }): string {
  const { message } = (error.description ?? {}) as { readonly message?: unknown };
  return typeof message === "string" && message !== "" ? message : error.message;
}

/** Counts what came since it was asked last. */
function bytesOf(manager: Manager): () => number {
  let bytes = 0;
  manager.on("open", () => {
    manager.engine.on("data", (data) => {
      bytes += typeof data === "string" ? data.length : data.byteLength;
    });
  });
  return () => {
    const counted = bytes;
    bytes = 0;
    return counted;
  };
}

/** Socket.IO can not be asked to wait: one that sends more than a case hears is closed, and the frame that is too much comes last. */
function listen(socket: Socket, put: Put, bytes: () => number): void {
  const nothing = () => undefined;
  const flood = new Flood();
  socket.onAny((event: unknown, ...values: unknown[]) => {
    const size = bytes();
    put({ kind: "frame", size, read: () => receivedEvent(event, values) }, nothing);
    if (flood.add(size) === undefined) return;
    socket.offAny();
    socket.disconnect();
  });
  socket.on("disconnect", (reason, details) => put(endOf(reason, details), nothing));
}

function endOf(reason: Socket.DisconnectReason, details: unknown): PeerEnd {
  const { description } = (details ?? {}) as { readonly description?: unknown };
  const { message } = (description ?? {}) as { readonly message?: unknown };
  if (typeof message === "string" && message.includes("Max payload size exceeded")) {
    return { kind: "ended", how: "too-large", code: null, text: `brought a frame of more than ${LARGEST_FRAME} bytes` };
  }
  if (reason === "parse error" || (reason === "transport error" && typeof message === "string")) {
    return { kind: "ended", how: "garbled", code: null, text: `brought what is no packet of Socket.IO: ${message ?? reason}` };
  }
  if (reason === "io server disconnect") {
    return { kind: "ended", how: "closed", code: null, text: "was closed by the server" };
  }
  return { kind: "ended", how: "lost", code: null, text: `was lost: ${reason}` };
}

function peerOf(socket: Socket): Peer {
  return {
    send: (wire) => {
      if (wire.kind !== "event") throw new TypeError("Socket.IO has events alone");
      socket.emit(wire.event, ...wire.values);
    },
    probe: () => false,
    close: () => {
      socket.offAny();
      socket.disconnect();
      return Promise.resolve();
    },
  };
}
