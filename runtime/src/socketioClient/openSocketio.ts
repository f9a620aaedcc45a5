import { Manager, type Socket } from "socket.io-client";
import type { OpenTransport, Transport, TransportEnd, TransportHandlers, TransportTarget } from "../client/transport.ts";
import { emitArguments, eventFrame } from "../eventFrame.ts";
import type { OutgoingFrame } from "../wire.ts";
import { disconnectEnd, refusalEnd } from "./transportEnd.ts";

/** Where Engine.IO's requests go; the path of the address is the namespace. */
const ENGINE_PATH = "/socket.io/";

/**
 * Opens a connection over Socket.IO 4, one manager each. Reconnecting, buffering and waiting are the client core's, so that they
 * are Socket.IO's no more. Raises the lifecycle messages `connect` and `disconnect`.
 */
export const openSocketio: OpenTransport = (target, handlers) => new SocketioTransport(target, handlers);

class SocketioTransport implements Transport {
  readonly #handlers: TransportHandlers;
  readonly #manager: Manager;
  readonly #socket: Socket;
  #isOver = false;

  constructor({ url, headers, maxPayload, timeout }: TransportTarget, handlers: TransportHandlers) {
    this.#handlers = handlers;
    this.#manager = new Manager(url.origin === "null" ? `${url.protocol}//${url.host}` : url.origin, {
      path: ENGINE_PATH,
      query: Object.fromEntries(url.searchParams),
      extraHeaders: { ...headers },
      autoConnect: false,
      reconnection: false,
      timeout: Math.min(timeout, 2 ** 31 - 1),
      transportOptions: { websocket: { maxPayload } },
    });
    this.#socket = this.#manager.socket(url.pathname);
    this.#listen();
    this.#socket.connect();
  }

  readonly send = (frame: OutgoingFrame): void => {
    this.#socket.emit(...emitArguments(frame));
  };

  readonly buffered = (): number => {
    const { engine } = this.#manager;
    // Engine.IO keeps its WebSocket there; polling has none.
    const { ws } = engine.transport as unknown as { readonly ws?: { readonly bufferedAmount: number } };
    return engine.writeBuffer.reduce((sum, { data }) => sum + sizeOf(data), ws?.bufferedAmount ?? 0);
  };

  readonly close = (code: number, reason: string): void => {
    this.#socket.disconnect();
    this.#end({ code, reason });
  };

  #listen(): void {
    this.#socket.on("connect", () => {
      this.#handlers.onOpen();
      this.#raise({ event: "connect" });
    });
    this.#socket.onAny((event: unknown, ...values: unknown[]) => {
      if (!this.#isOver) this.#handlers.onFrame({ kind: "event", frame: eventFrame(event, values) });
    });
    this.#socket.on("connect_error", (error) => this.#end(refusalEnd(error)));
    this.#socket.on("disconnect", (reason, details) => {
      this.#raise({ event: "disconnect", data: reason });
      this.#end(disconnectEnd(reason, details));
    });
  }

  #raise(frame: unknown): void {
    if (!this.#isOver) this.#handlers.onFrame({ kind: "event", frame, raised: true });
  }

  #end(end: TransportEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#socket.offAny();
    this.#socket.off();
    this.#socket.disconnect();
    this.#handlers.onClose(end);
  }
}

/** Characters are near enough to bytes where only a bound is asked for. */
function sizeOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
