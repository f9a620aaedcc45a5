import type { Encoding } from "@wirepact/runtime";

/** What a client puts on the wire: a frame of WebSocket by its opcode, or an event of Socket.IO. */
export type Wire =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "event"; readonly event: string; readonly values: readonly unknown[] };

/** How a connection ended. */
export interface PeerEnd {
  readonly kind: "ended";
  /** The other side closed it as the transport says, lost it, or broke the transport's own rules; or it sent more than is read here. */
  readonly how: "closed" | "lost" | "garbled" | "too-large";
  /** The close code, where the transport has one. */
  readonly code: number | null;
  /** What happened, behind "the connection": `was closed with 1008 (no such engine)`. */
  readonly text: string;
}

/** What a peer hears of the server. */
export type PeerEvent =
  | PeerEnd
  | FrameEvent
  /** All that the server's transport sent before it got the last `probe` is here. */
  | { readonly kind: "probed" };

/** A frame came. It is decoded when it is looked at; one that cannot be is a FrameError. */
export interface FrameEvent {
  readonly kind: "frame";
  /** In bytes, as far as the transport tells. */
  readonly size: number;
  readonly read: () => Received;
}

/** A frame as it came. */
export interface Received {
  readonly frame: unknown;
  /** By which kind of frame it travelled; Socket.IO has one. */
  readonly encoding: Encoding | undefined;
  /** It, as people read it. */
  readonly shown: string;
}

/** A plain client of some transport, which knows nothing of any stub. */
export interface Peer {
  readonly send: (wire: Wire) => void;
  /** Asks the transport itself for a sign of life; false where it has no way to. */
  readonly probe: () => boolean;
  /** Closes the connection, or ends it where the other side does not answer in time. */
  readonly close: () => Promise<void>;
}

/** Where a client connects, and with what. */
export interface Target {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Of Socket.IO's own handshake. */
  readonly auth: Readonly<Record<string, string>>;
  /** What stands in the URL's query since the contract requires it, though nobody gave it. */
  readonly made: readonly (readonly [name: string, value: string])[];
}

/** Connects a peer, which puts what it hears into an inbox. Rejects with Unreachable. */
export type OpenPeer = (target: Target, put: Put, signal: AbortSignal) => Promise<Peer>;

/** Takes what a peer hears; false asks it to wait until `resume` is called. */
export type Put = (event: PeerEvent, resume: () => void) => boolean;

/** No connection came about. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
  /** The HTTP status with which the server refused, where it did. */
  readonly status: number | null;

  constructor(text: string, status: number | null = null) {
    super(text);
    this.status = status;
  }
}

/** No frame may be larger than this: it would be kept whole. */
export const LARGEST_FRAME = 16 * 1024 * 1024;
