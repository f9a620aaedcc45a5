import type { EncodingsDescriptor } from "@wirepact/runtime";
import type { WebSocket } from "ws";
import { library } from "../wire/library.ts";
import { LARGEST_FRAME, type OpenPeer, type Peer, type Put, Unreachable } from "../wire/peer.ts";
import { receivedFrom } from "../wire/received.ts";
import { endOf, sendOn } from "../wire/websocket.ts";
import { refusalBody } from "./refusalBody.ts";

/** What our pings carry, and their pongs repeat. */
const PROBE = Buffer.from("probe");

/** So many pongs more than pings are let by: WebSocket allows them. */
const MANY_PONGS = 1_000;

/** Milliseconds that a server has to answer a close. */
const FAREWELL = 500;

/** Connects plain clients of `ws`. */
export function websocketPeers(encodings: EncodingsDescriptor): OpenPeer {
  return async ({ url, headers }, put, signal) => {
    const ws = await library("ws", () => import("ws"));
    const options = { headers, maxPayload: LARGEST_FRAME, perMessageDeflate: false, followRedirects: false };
    const socket = new ws.WebSocket(url, options);
    listen(socket, put, encodings);
    await opened(socket, signal);
    return peerOf(socket);
  };
}

function opened(socket: WebSocket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (text: string, status?: number) => {
      signal.removeEventListener("abort", abort);
      socket.terminate();
      reject(new Unreachable(text, status));
    };
    const abort = () => fail(`the server did not answer the handshake ${signal.reason}`);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    socket.once("open", () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    const lost = (error: NodeJS.ErrnoException) => fail(`no connection: ${error.message || error.code}`);
    socket.once("error", lost);
    socket.once("unexpected-response", (request, response) => {
      // From here on it is refused, however that goes on.
      signal.removeEventListener("abort", abort);
      socket.off("error", lost);
      void refusalBody(response).then((body) => {
        request.destroy();
        const said = body === "" ? "" : ` (${body})`;
        fail(`the server answered the handshake with HTTP ${response.statusCode}${said}`, response.statusCode);
      });
    });
  });
}

/** From the first moment on: a server may speak, and end, at once. */
function listen(socket: WebSocket, put: Put, encodings: EncodingsDescriptor): void {
  let fault: NodeJS.ErrnoException | undefined;
  const resume = () => socket.resume();
  const hold = (isRoom: boolean) => {
    if (!isRoom) socket.pause();
  };
  socket.on("message", (data, isBinary) => {
    // `ws` gives a Buffer unless it is told otherwise.
    const bytes = data as Buffer;
    hold(put({ kind: "frame", size: bytes.length, read: () => receivedFrom(bytes, isBinary, encodings) }, resume));
  });
  let pongs = 0;
  socket.on("pong", (data) => {
    if (data.equals(PROBE)) return hold(put({ kind: "probed" }, resume));
    pongs += 1;
    if (pongs < MANY_PONGS) return;
    put({ kind: "ended", how: "garbled", code: null, text: "brought more pongs than were asked for" }, resume);
    socket.terminate();
  });
  socket.on("error", (error) => {
    fault ??= error;
  });
  socket.on("close", (code, reason) => put(endOf(code, reason, fault), resume));
}

function peerOf(socket: WebSocket): Peer {
  return {
    send: (wire) => sendOn(socket, wire),
    probe: () => {
      if (socket.readyState === socket.OPEN) socket.ping(PROBE);
      return socket.readyState === socket.OPEN;
    },
    close: () => closed(socket),
  };
}

function closed(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), FAREWELL);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1000);
    // What still comes is nobody's, and must not keep the close from being read.
    socket.removeAllListeners("message");
    socket.resume();
  });
}
