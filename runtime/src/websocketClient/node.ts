import { WebSocket } from "ws";
import type { OpenTransport, TransportHandlers, TransportTarget } from "../client/transport.ts";
import { socketUrl } from "./socketUrl.ts";
import { textOf, unopened } from "./unopened.ts";

/** Opens connections over `ws`. */
export const openWebSocket: OpenTransport = (target, handlers) => {
  try {
    const socket = createSocket(target);
    listen(socket, handlers);
    return {
      // An outgoing frame of a WebSocket is text or bytes; only Socket.IO's is neither.
      send: (frame) => socket.send(frame as string | Uint8Array),
      buffered: () => socket.bufferedAmount,
      close: (code, reason) => (socket.readyState === WebSocket.CONNECTING ? socket.terminate() : socket.close(code, reason)),
    };
  } catch (error) {
    // Such as a header that HTTP cannot carry.
    return unopened(handlers, textOf(error));
  }
};

/** Time for the server to answer a close; then the connection is cut. */
const CLOSING = 3_000;

function createSocket({ url, headers, maxPayload, timeout }: TransportTarget): WebSocket {
  const handshakeTimeout = Number.isFinite(timeout) ? { handshakeTimeout: timeout } : {};
  // The last option is younger than the types of the library.
  const options = { headers: { ...headers }, maxPayload, ...handshakeTimeout, perMessageDeflate: false, closeTimeout: CLOSING };
  return new WebSocket(socketUrl(url), options);
}

function listen(socket: WebSocket, { onOpen, onFrame, onClose }: TransportHandlers): void {
  let failure = "";
  let status: number | undefined;
  socket.on("open", onOpen);
  socket.on("message", (data, isBinary) => {
    // With the library's default binary type, a message is one buffer.
    const buffer = data as Buffer;
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    onFrame(isBinary ? { kind: "binary", bytes } : { kind: "text", text: buffer.toString("utf8") });
  });
  socket.on("unexpected-response", (_, { statusCode, statusMessage }) => {
    status = statusCode;
    failure = statusMessage ?? "";
    socket.terminate();
  });
  // `close` follows.
  socket.on("error", (error) => {
    failure ||= textOf(error);
  });
  socket.on("close", (code, reason) => {
    const end = { code, reason: reason.toString("utf8") || failure };
    onClose(status === undefined ? end : { ...end, status });
  });
}
