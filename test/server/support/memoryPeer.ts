import type { Admission, Door, Listener, OpenListener } from "../../../runtime/src/server/listener.ts";
import type { Peer, PeerHandlers, UpgradeRequest } from "../../../runtime/src/server/peer.ts";
import type { OutgoingFrame } from "../../../runtime/src/wire.ts";

/** A listener without a network: the test is the other side of each peer. */
export class MemoryListener {
  door: Door | undefined;
  isStopped = false;
  isClosed = false;

  readonly open: OpenListener = (door): Listener => {
    this.door = door;
    return {
      listen: () => Promise.resolve(),
      attach: () => undefined,
      address: () => undefined,
      stop: () => {
        this.isStopped = true;
      },
      close: async () => {
        this.isClosed = true;
      },
    };
  };

  /** Connects, past all checks. */
  connect(request: Partial<UpgradeRequest> = {}, user?: unknown, until?: number): MemoryPeer {
    const peer = new MemoryPeer({ ...REQUEST, ...request });
    peer.start((made) => this.#door().accept(made, user, until));
    return peer;
  }

  admit(request: Partial<UpgradeRequest> = {}): Promise<Admission> {
    return this.#door().admit({ ...REQUEST, ...request });
  }

  #door(): Door {
    if (this.door === undefined) throw new Error("nothing listens");
    return this.door;
  }
}

const REQUEST: UpgradeRequest = { path: "/rooms/1", parameters: { room: "1" }, query: {}, headers: {}, remoteAddress: "::1" };

/** A connection without a network, that keeps what it got. */
export class MemoryPeer implements Peer {
  readonly request: UpgradeRequest;
  readonly sent: OutgoingFrame[] = [];
  /** The close that the server asked for. */
  closing: { readonly code: number; readonly reason: string } | undefined;
  isTerminated = false;
  pings = 0;
  /** What the other side has not read. */
  unread = 0;
  /** Whether the other side answers a close. */
  answersClose = true;
  #handlers: PeerHandlers | undefined;

  constructor(request: UpgradeRequest) {
    this.request = request;
  }

  start(accept: (peer: Peer) => PeerHandlers): void {
    this.#handlers = accept(this);
    if (this.closing !== undefined && this.answersClose) this.hangUp(this.closing.code);
  }

  readonly send = (frame: OutgoingFrame) => {
    this.sent.push(frame);
  };

  readonly buffered = () => this.unread;

  readonly close = (code: number, reason: string) => {
    this.closing = { code, reason };
    if (this.answersClose) this.hangUp(code);
  };

  readonly terminate = () => {
    this.isTerminated = true;
    this.hangUp(1006);
  };

  readonly ping = () => {
    this.pings += 1;
  };

  /** The other side sends a frame: a text, bytes, or a value as JSON. */
  says(frame: unknown): void {
    if (typeof frame === "string") this.#handlers?.onFrame({ kind: "text", text: frame });
    else if (frame instanceof Uint8Array) this.#handlers?.onFrame({ kind: "binary", bytes: frame });
    else this.#handlers?.onFrame({ kind: "text", text: JSON.stringify(frame) });
  }

  alive(): void {
    this.#handlers?.onAlive();
  }

  /** The other side is gone. */
  hangUp(code = 1006): void {
    const handlers = this.#handlers;
    this.#handlers = undefined;
    handlers?.onClose({ code, reason: "" });
  }

  /** What was sent as JSON text, read. */
  get frames(): unknown[] {
    return this.sent.map((frame) => (typeof frame === "string" ? JSON.parse(frame) : frame));
  }

  /** The frames since this was asked last. */
  taken(): unknown[] {
    const frames = this.frames;
    this.sent.length = 0;
    return frames;
  }
}
