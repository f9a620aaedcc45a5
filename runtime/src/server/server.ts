import type { Counts } from "./counts.ts";
import type { HttpServer, ListenerAddress } from "./listener.ts";
import type { Session } from "./session.ts";

/** A server of one protocol. `Fields` are what is given to send each of its messages, by name; `Sessions` its connections. */
export interface Server<Fields extends object = Record<string, unknown>, Sessions extends object = Session<Fields>> {
  /** Listens alone; resolves once it does. Port 0 takes a free one, which `address` tells. */
  listen(port: number, host?: string): Promise<this>;
  /** Shares an HTTP server that somebody else has made, starts and closes; requests for other paths are left to it. */
  attach(server: HttpServer): this;
  /** Where it listens, itself or as part of the HTTP server that it is attached to; undefined where it does not. */
  readonly address: ListenerAddress | undefined;
  /** The port where it listens; undefined where it does not. */
  readonly port: number | undefined;
  /** The connections that are open. */
  readonly sessions: ReadonlySet<Sessions>;
  /** What it has seen so far. */
  readonly counts: Readonly<Counts>;
  /** Sends a message to all connections, or to those with these parameters of the path, in every process that the broadcaster reaches. */
  broadcast<Name extends keyof Fields & string>(name: Name, fields: Fields[Name], where?: BroadcastWhere): void;
  /**
   * Takes no more connections, lets what is in flight end within the deadline, closes the connections with 1001, and lets go of
   * everything. May be called again.
   */
  close(options?: CloseOptions): Promise<void>;
}

/** Whom a broadcast is meant for. */
export interface BroadcastWhere {
  /** Parameters of the path; one that is absent may be anything. */
  parameters?: Readonly<Record<string, string>>;
}

/** How a server closes. */
export interface CloseOptions {
  /** Milliseconds for what is in flight; the limit `shutdown` where it does not say. */
  deadline?: number;
}
