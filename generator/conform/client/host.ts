import type { Inbox } from "../wire/inbox.ts";
import type { Wire } from "../wire/peer.ts";

/** A client that has connected. What it sends is put into the host's inbox. */
export interface Guest {
  readonly send: (wire: Wire) => void;
}

/** A server of the contract's transport for one client, and nothing more: what it says is decided elsewhere. */
export interface Host {
  /** Where the client is to go, whole. */
  readonly url: string;
  readonly inbox: Inbox;
  /** The client that came. */
  readonly guest: Promise<Guest>;
  /** Somebody came who should not have: to another address, or for a second time. Says so. */
  readonly strayed: Promise<string>;
  readonly close: () => Promise<void>;
}
