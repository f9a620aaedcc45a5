/** A credential, or a function that gives one: it is asked anew for every attempt. Undefined leaves the credential out. */
export type Credential = string | undefined | (() => string | undefined | Promise<string | undefined>);

/** What one call may be told. */
export interface CallOptions {
  /**
   * Milliseconds from the call until the answer must be here, or a stream's first message; 30,000 where neither this nor
   * `requestTimeout` says otherwise. Time without a connection counts, and time in line behind streams that run one at a time.
   */
  timeout?: number;
  /** Gives up waiting; a message that has not left yet is not sent. */
  signal?: AbortSignal;
}

/** What every generated `connect` may be told. Times are milliseconds. */
export interface ConnectOptions {
  /** For each attempt: until the connection is open and the opening message is here. 10,000. */
  timeout?: number;
  /** For each request that says no other. 30,000. */
  requestTimeout?: number;
  /** Gives up connecting. Once connected, `close()` ends the connection. */
  signal?: AbortSignal;
  /** How a lost connection is made again; false ends the client with it. A first connection that fails is not tried again. */
  reconnect?: false | ReconnectOptions;
  /** How the client finds out that the server is gone, where the contract has a ping of the client. False sends none. */
  heartbeat?: false | HeartbeatOptions;
  /** What may wait while there is no connection, or on a slow one; beyond it calls fail with `overloaded`. */
  queue?: QueueOptions;
  /** How many requests and streams may be pending; beyond it calls fail with `overloaded`. 100, as servers have it. */
  maxPending?: number;
  /** How many messages of one stream may wait to be read; beyond it the stream fails with `overloaded`. 1,000. */
  streamBuffer?: number;
  /** Largest message of the server, in bytes; a larger one ends the connection. 16 MiB. */
  maxPayload?: number;
  /** Headers of the upgrade. Browsers can send none, and refuse to connect with one. */
  headers?: Readonly<Record<string, Credential>>;
  /**
   * Hears what has no caller to fail: what handlers of `on` and its kin throw, and a subscription that could not be made again.
   * Without it they go to the platform's `reportError`, or the console.
   */
  onError?: (error: unknown) => void;
}

/** Attempts at a lost connection: each delay is twice the one before, less a random part of up to a half. */
export interface ReconnectOptions {
  /** How many times in a row. 10. */
  attempts?: number;
  /** 500. */
  initialDelay?: number;
  /** 30,000. */
  maxDelay?: number;
}

/** A ping every `interval` (30,000); without any frame within `deadline` (10,000) of it, the connection counts as lost. */
export interface HeartbeatOptions {
  interval?: number;
  deadline?: number;
}

/** Bounds of what waits to be sent: 1,000 messages, 4 MiB. */
export interface QueueOptions {
  messages?: number;
  bytes?: number;
}

/**
 * What the contract adds to a generated `connect`'s options; each package declares those that it has, and no other.
 * `parameters` fill the path, `query` the query, `bearer` the Authorization header, and `auth` what every frame carries.
 */
export interface ContractOptions {
  parameters?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, Credential>>;
  bearer?: Credential;
  auth?: unknown;
}
