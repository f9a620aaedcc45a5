import type { RawData, WebSocket } from "ws";
import type { Peer, PeerHandlers, UpgradeRequest } from "../server/peer.ts";
import type { IncomingFrame } from "../wire.ts";
import { closeReason } from "./closeReason.ts";

/** A peer over a socket of `ws`; `inTurn` writes its frames. */
export function webSocketPeer(socket: WebSocket, request: UpgradeRequest, inTurn: (write: () => void) => void): Peer {
  return {
    request,
    send: (frame) => {
      if (socket.readyState !== socket.OPEN || (typeof frame !== "string" && !(frame instanceof Uint8Array))) return;
      inTurn(() => socket.send(frame, ignore));
    },
    buffered: () => socket.bufferedAmount,
    close: (code, reason) => socket.close(code, closeReason(reason)),
    terminate: () => socket.terminate(),
    ping: () => {
      if (socket.readyState === socket.OPEN) socket.ping(undefined, undefined, ignore);
    },
  };
}

/** Tells the core what happens to a socket. */
export function listenTo(socket: WebSocket, handlers: PeerHandlers): void {
  socket.on("message", (data, isBinary) => handlers.onFrame(frameOf(data, isBinary)));
  socket.on("ping", handlers.onAlive);
  socket.on("pong", handlers.onAlive);
  socket.on("close", (code, reason) => handlers.onClose({ code, reason: reason.toString() }));
}

/** A send that fails means a connection that is closing, which is told by its `close`. */
function ignore(): void {}

/** `ws` gives one Buffer for a message unless it is told otherwise. */
function frameOf(data: RawData, isBinary: boolean): IncomingFrame {
  const bytes = Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
  if (!isBinary) return { kind: "text", text: bytes.toString() };
  return { kind: "binary", bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
