import type { OpenTransport, TransportHandlers } from "../client/transport.ts";
import { socketUrl } from "./socketUrl.ts";
import { textOf, unopened } from "./unopened.ts";

/** The part of the platform's WebSocket that is used: https://websockets.spec.whatwg.org/#the-websocket-interface. */
interface PlatformSocket {
  binaryType: string;
  readonly bufferedAmount: number;
  send(data: string | Uint8Array): void;
  close(code: number, reason: string): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
}

/** Opens connections over the platform's own WebSocket: in browsers, workers, Deno, Bun and Node from 22 on. */
export const openWebSocket: OpenTransport = ({ url, headers, maxPayload }, handlers) => {
  if (Object.keys(headers).length > 0) return unopened(handlers, "a browser sends no headers with a WebSocket");
  try {
    const socket = createSocket(socketUrl(url));
    listen(socket, maxPayload, handlers);
    return {
      // An outgoing frame of a WebSocket is text or bytes; only Socket.IO's is neither.
      send: (frame) => socket.send(frame as string | Uint8Array),
      buffered: () => socket.bufferedAmount,
      close: (code, reason) => socket.close(code, reason),
    };
  } catch (error) {
    return unopened(handlers, textOf(error));
  }
};

function createSocket(url: URL): PlatformSocket {
  // Not every library of types declares it.
  const { WebSocket } = globalThis as { readonly WebSocket?: new (url: string) => PlatformSocket };
  if (WebSocket === undefined) throw new TypeError("this platform has no WebSocket");
  return new WebSocket(url.href);
}

function listen(socket: PlatformSocket, maxPayload: number, { onOpen, onFrame, onClose }: TransportHandlers): void {
  socket.binaryType = "arraybuffer";
  socket.onopen = onOpen;
  socket.onmessage = ({ data }) => {
    if (sizeOf(data) > maxPayload) socket.close(TOO_BIG, "");
    else if (typeof data === "string") onFrame({ kind: "text", text: data });
    else if (data instanceof ArrayBuffer) onFrame({ kind: "binary", bytes: new Uint8Array(data) });
  };
  socket.onclose = ({ code, reason }) => onClose({ code, reason });
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 has 1009, which pages may not send; this one is of the private range. */
const TOO_BIG = 4009;

/** Characters count as bytes here: the bound is for what a page keeps in memory. */
function sizeOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return data instanceof ArrayBuffer ? data.byteLength : 0;
}
