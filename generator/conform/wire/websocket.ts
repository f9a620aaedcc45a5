import type { WebSocket } from "ws";
import { LARGEST_FRAME, type PeerEnd, type Wire } from "./peer.ts";

/** Sends on a socket of `ws`. The other side may close while it is on its way: then the close tells. */
export function sendOn(socket: WebSocket, wire: Wire): void {
  if (wire.kind === "event") throw new TypeError("WebSocket has no events");
  socket.send(wire.kind === "text" ? wire.text : wire.bytes, { binary: wire.kind === "bytes" }, () => undefined);
}

/** How a connection of `ws` ended: by its close, or by what `ws` found wrong before. */
export function endOf(code: number, reason: Buffer, fault: NodeJS.ErrnoException | undefined): PeerEnd {
  if (fault?.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH") {
    return { kind: "ended", how: "too-large", code: null, text: `brought a frame of more than ${LARGEST_FRAME} bytes` };
  }
  if (fault?.code?.startsWith("WS_ERR_") === true) {
    return { kind: "ended", how: "garbled", code: null, text: `brought what is no frame of WebSocket: ${fault.message}` };
  }
  if (code === 1006) return { kind: "ended", how: "lost", code, text: "was lost, without a close" };
  const said = reason.length === 0 ? "" : ` (${reason.toString()})`;
  return { kind: "ended", how: "closed", code, text: `was closed with ${code}${said}` };
}
