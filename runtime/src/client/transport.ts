import type { IncomingFrame, OutgoingFrame } from "../wire.ts";

/** What a connection of a client tells its owner. Every handler is called at most as its name says; none after `onClose`. */
export interface TransportHandlers {
  /** Once, when frames can be sent. */
  readonly onOpen: () => void;
  /** For each frame: its text, its bytes, or, where the transport decodes by itself, the frame. */
  readonly onFrame: (frame: IncomingFrame) => void;
  /** Once and last, whether or not the connection ever opened. */
  readonly onClose: (end: TransportEnd) => void;
}

/** Why a connection ended. */
export interface TransportEnd {
  /** Close code; 1006 where the connection broke, or never opened. */
  readonly code: number;
  readonly reason: string;
  /** HTTP status of a refused upgrade, where the platform tells it (browsers do not). */
  readonly status?: number;
}

/** One connection of a client, over whatever carries frames. */
export interface Transport {
  /** Sends a frame; only between `onOpen` and `onClose`. */
  readonly send: (frame: OutgoingFrame) => void;
  /** Bytes that were given to `send` and have not left yet. */
  readonly buffered: () => number;
  /** Ends the connection; `onClose` follows. Safe to call at any time. */
  readonly close: (code: number, reason: string) => void;
}

/** Opens a connection. Never throws: what goes wrong arrives at `onClose`. No handler is called before it has returned. */
export type OpenTransport = (target: TransportTarget, handlers: TransportHandlers) => Transport;

/** Where to connect, with the credentials of this attempt. */
export interface TransportTarget {
  readonly url: URL;
  /** Headers of the upgrade; only Node can send them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Largest message to take, in bytes; a larger one ends the connection. */
  readonly maxPayload: number;
  /** Milliseconds for the connection to open, for transports that count by themselves. */
  readonly timeout: number;
}
