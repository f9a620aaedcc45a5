import type { OpenTransport, TransportEnd, TransportHandlers, TransportTarget } from "../../../runtime/src/client/transport.ts";
import type { IncomingFrame, OutgoingFrame } from "../../../runtime/src/wire.ts";

/** One connection as the server's side of a test sees it. */
export class MemoryConnection {
  readonly target: TransportTarget;
  /** Frames of the client, as they travelled. */
  readonly raw: OutgoingFrame[] = [];
  /** How the client closed it. */
  closedBy: { readonly code: number; readonly reason: string } | undefined;
  buffered = 0;
  /** Whether a close of the client is answered. */
  answersClose = true;
  isOver = false;
  readonly #handlers: TransportHandlers;

  constructor(target: TransportTarget, handlers: TransportHandlers) {
    this.target = target;
    this.#handlers = handlers;
  }

  /** Frames of the client that came as JSON text, read. */
  get frames(): unknown[] {
    return this.raw.map((frame) => (typeof frame === "string" ? JSON.parse(frame) : frame));
  }

  open(): void {
    this.#handlers.onOpen();
  }

  say(frame: unknown): void {
    this.receive({ kind: "text", text: JSON.stringify(frame) });
  }

  receive(frame: IncomingFrame): void {
    if (!this.isOver) this.#handlers.onFrame(frame);
  }

  end(end: Partial<TransportEnd> = {}): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#handlers.onClose({ code: 1006, reason: "", ...end });
  }
}

/** Connections of a client, in memory, in the order in which they were asked for. */
export class MemoryServer {
  readonly connections: MemoryConnection[] = [];

  readonly open: OpenTransport = (target, handlers) => {
    const connection = new MemoryConnection(target, handlers);
    this.connections.push(connection);
    return {
      send: (frame) => {
        if (connection.isOver) throw new Error("sent on a connection that is over");
        connection.raw.push(frame);
      },
      buffered: () => connection.buffered,
      close: (code, reason) => {
        connection.closedBy ??= { code, reason };
        if (connection.answersClose) queueMicrotask(() => connection.end({ code, reason }));
      },
    };
  };

  /** The latest connection. */
  get latest(): MemoryConnection {
    const latest = this.connections.at(-1);
    if (latest === undefined) throw new Error("nobody connected");
    return latest;
  }

  /** Connections that are not over. */
  get alive(): number {
    return this.connections.filter(({ isOver }) => !isOver).length;
  }
}
