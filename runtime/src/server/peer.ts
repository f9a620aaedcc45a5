import type { IncomingFrame, OutgoingFrame } from "../wire.ts";

/** One connection of a server, over whatever carries frames. Made by a listener (WebSocket, Socket.IO). */
export interface Peer {
  readonly request: UpgradeRequest;
  /** Sends a frame. Never throws: a connection that is closing drops it. */
  readonly send: (frame: OutgoingFrame) => void;
  /** Bytes that were given to `send` and have not left yet. */
  readonly buffered: () => number;
  /** Closes with a handshake; the reason is cut to 123 bytes of UTF-8 at a character's border. */
  readonly close: (code: number, reason: string) => void;
  /** Ends the connection at once. */
  readonly terminate: () => void;
  /** Sends the transport's own ping, where it has one. */
  readonly ping?: () => void;
}

/** What a listener tells the server core about a peer. None is called after `onClose`. */
export interface PeerHandlers {
  readonly onFrame: (frame: IncomingFrame) => void;
  /** Any sign of life of the transport itself, such as its own pong. */
  readonly onAlive: () => void;
  readonly onClose: (end: { readonly code: number; readonly reason: string }) => void;
}

/** The HTTP request that asks for a connection, as the hooks see it. */
export interface UpgradeRequest {
  /** Path without the query. */
  readonly path: string;
  /** Values of the path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The query; a name that stands twice has its first value. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Address of the other end. */
  readonly remoteAddress: string;
}

/** The request of a connection that was let in: `Parameters` and `Query` are what the contract names. */
export interface RequestOf<Parameters extends UpgradeRequest["parameters"], Query extends object> extends UpgradeRequest {
  readonly parameters: Parameters;
  readonly query: UpgradeRequest["query"] & Query;
}
