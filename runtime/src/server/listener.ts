import type { HttpDescriptor } from "../conversation.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { Limits } from "./limits.ts";
import type { Peer, PeerHandlers, UpgradeRequest } from "./peer.ts";

/** What came of a request for a connection. The first two end it; `user` is what the checks know of who asked, and until when. */
export type Admission =
  /** Answer with this HTTP status, before the upgrade. */
  | { readonly kind: "status"; readonly status: number }
  /** Accept, then close with this code at once. */
  | { readonly kind: "close"; readonly code: number; readonly reason: string }
  | { readonly kind: "accepted"; readonly user: unknown; readonly until?: number | undefined };

/** An HTTP call that a listener serves beside its socket. */
export interface HttpRoute {
  readonly call: HttpDescriptor;
  /** Gives the body of the answer; rejects where the handler failed, which is already reported: answer 500 without a text. */
  readonly answer: () => Promise<unknown>;
}

/** What the server core offers to a listener. */
export interface Door {
  readonly contract: ProtocolDescriptor;
  readonly limits: Limits;
  /** Origins that may connect from a browser; undefined lets all in. */
  readonly origins?: readonly string[];
  readonly http: readonly HttpRoute[];
  /** Decides on a request whose path and origin are right. Never rejects, and ends within the handshake's limit. */
  readonly admit: (request: UpgradeRequest) => Promise<Admission>;
  /** Takes an accepted peer over; the listener calls the handlers from then on. */
  readonly accept: (peer: Peer, user: unknown, until?: number) => PeerHandlers;
  /** Says that a listener could not do its work; for the log. */
  readonly report: (error: unknown) => void;
}

/** Where a listener listens, as `net.Server.address()` says it. */
export interface ListenerAddress {
  readonly address: string;
  readonly family: string;
  readonly port: number;
}

/** The server that a listener may be attached to: node:http's or node:https's `Server`. */
export interface HttpServer {
  on<Args extends readonly unknown[]>(event: string, listener: (...args: Args) => void): unknown;
  off<Args extends readonly unknown[]>(event: string, listener: (...args: Args) => void): unknown;
  listeners(event: string): readonly unknown[];
  address(): unknown;
}

/** Something that makes peers of connections: over `ws`, or Socket.IO. */
export interface Listener {
  /** Listens alone; resolves once it does. */
  readonly listen: (port: number, host?: string) => Promise<void>;
  /** Shares a server that somebody else has made, starts and closes. */
  readonly attach: (server: HttpServer) => void;
  /** Where it listens; undefined where it does not. */
  readonly address: () => ListenerAddress | undefined;
  /** Takes no more connections; those that are there stay. */
  readonly stop: () => void;
  /** After the peers are closed: lets go of everything. */
  readonly close: () => Promise<void>;
}

/** Makes the listener of one server. */
export type OpenListener = (door: Door) => Listener;

/** Where an HTTP server listens; undefined where it does not, or at a pipe. */
export function addressOf(server: HttpServer | undefined): ListenerAddress | undefined {
  const address = server?.address();
  // What has a port is what node:net calls an AddressInfo; the core names its parts without Node's types.
  return typeof address === "object" && address !== null ? (address as ListenerAddress) : undefined;
}
