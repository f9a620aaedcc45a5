import type { Encoding } from "../parser.ts";
import type { UpgradeRequest } from "./peer.ts";

/** One connection, as handlers see it. `Fields` are what is given to send each message of the server, by name. */
export interface Session<
  Fields extends object = Record<string, unknown>,
  User = unknown,
  Requests extends object = Record<string, unknown>,
> {
  /** Chosen by the server, for each connection anew. */
  readonly id: string;
  /** The request that made the connection. Its query and headers may hold credentials: do not log it. */
  readonly request: UpgradeRequest;
  /** What `authenticate` gave; without that hook, what the proof of the connection or of its frames says. */
  readonly user: User;
  /** How frames to this connection are encoded now. */
  readonly encoding: Encoding;
  /** Topics that this connection hears. What a handler of a subscription throws leaves them as they were. */
  readonly topics: ReadonlySet<string>;
  /** Aborts when the connection is closed, from either side. */
  readonly signal: AbortSignal;
  /**
   * Sends a message. Throws a WirepactError `invalid-message` where the fields do not match the contract; false where nothing was
   * sent, because the connection is closed or does not hear the message's topic.
   */
  send<Name extends keyof Fields & string>(name: Name, fields: Fields[Name]): boolean;
  /** Sends a message to all connections of the same path, this one included, in every process that the broadcaster reaches. */
  broadcast<Name extends keyof Fields & string>(name: Name, fields: Fields[Name]): void;
  /** Sends a message that the client answers, and resolves with the answer's body. `Requests` are these bodies, by what is asked. */
  ask<Name extends keyof Requests & keyof Fields & string>(
    name: Name,
    fields: Fields[Name],
    options?: AskOptions,
  ): Promise<Requests[Name]>;
  /** Closes the connection; a reason is cut to the 123 bytes that a close frame can hold. */
  close(code?: number, reason?: string): void;
}

/** What one question to a client may be told. */
export interface AskOptions {
  /** Milliseconds until the answer must be here; 30,000. */
  timeout?: number;
  /** Gives up waiting. */
  signal?: AbortSignal;
}

/** How a connection ended: the close code that arrived or was sent, 1006 where it broke. */
export interface SessionEnd {
  readonly code: number;
  readonly reason: string;
}
