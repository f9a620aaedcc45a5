import type { Socket } from "socket.io";
import type { Limits } from "../server/limits.ts";
import { timerSpan } from "./createEngine.ts";

type EngineSocket = Socket["conn"];

interface EnginePacket {
  readonly type: string;
  readonly data?: unknown;
}

/** What the WebSocket under a connection offers, where it has one already. */
interface WebSocketBelow {
  readonly bufferedAmount: number;
  readonly readyState: number;
  readonly terminate: () => void;
  readonly once: (event: "close", listener: () => void) => unknown;
}

/** The Engine.IO connection under a socket: what waits to leave it, and its end. */
export class Connection {
  readonly #conn: EngineSocket;
  readonly #limits: Limits;
  #waiting = 0;
  #joins = 0;
  #closing = false;

  constructor(conn: EngineSocket, limits: Limits) {
    this.#conn = conn;
    this.#limits = limits;
    conn.on("packetCreate", (packet: EnginePacket) => {
      this.#waiting += sizeOf(packet.data);
    });
    conn.on("flush", () => {
      this.#waiting = 0;
    });
    conn.on("packet", (packet: EnginePacket) => this.#watchJoins(packet));
  }

  /** Bytes that wait in Engine.IO's queue, and in the WebSocket's. */
  buffered(): number {
    return this.#waiting + (this.#webSocket()?.bufferedAmount ?? 0);
  }

  onAlive(listener: () => void): void {
    this.#conn.on("packet", listener);
  }

  /** Ends after what waits has left; at once where it does not leave within the limit. */
  close(): void {
    const below = this.#webSocket();
    if (this.#closing || this.#isGone(below)) return;
    this.#closing = true;
    const timer = setTimeout(() => this.terminate(), timerSpan(this.#limits.closing));
    const done = () => clearTimeout(timer);
    if (below === undefined) this.#conn.once("close", done);
    else below.once("close", done);
    this.#conn.close();
  }

  terminate(): void {
    this.#webSocket()?.terminate();
    this.#conn.close(true);
    // Polling that was told to close, and waits for the next poll to say so, would wait for longer than anybody allowed.
    const { shouldClose } = this.#conn.transport as { readonly shouldClose?: (() => void) | null };
    shouldClose?.();
  }

  /**
   * A connection joins once. Each further wish would be answered, whether or not anybody reads the answers, and no limit of ours
   * would count them.
   */
  #watchJoins({ type, data }: EnginePacket): void {
    const isJoin = type === "message" && typeof data === "string" && data.startsWith("0");
    if (isJoin && ++this.#joins > 1) this.close();
  }

  #isGone(below: WebSocketBelow | undefined): boolean {
    return this.#conn.readyState === "closed" && (below === undefined || below.readyState === WEBSOCKET_CLOSED);
  }

  #webSocket(): WebSocketBelow | undefined {
    // Engine.IO's transports keep it there; polling has none.
    const { socket } = this.#conn.transport as { readonly socket?: WebSocketBelow };
    return socket;
  }
}

const WEBSOCKET_CLOSED = 3;

function sizeOf(data: unknown): number {
  if (typeof data === "string") return Buffer.byteLength(data);
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
