/**
 * A message for the connections of a path, or of the whole server. Plain data: whatever carries it between processes may write
 * it as JSON, or as MessagePack where messages hold bytes.
 */
export interface BroadcastNotice {
  /** The server that sent it, which has delivered it to its own connections already. */
  readonly origin: string;
  /** Parameters of the path of the connections that are meant; one that is absent may be anything. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Name of the message in the contract, and its fields. */
  readonly message: string;
  readonly fields: unknown;
}

/**
 * Carries broadcasts to the other processes of a deployment: over Redis, NATS, or whatever delivers to all of its subscribers. A
 * server delivers to its own connections by itself, at once and in order, and ignores a notice of its own that comes back.
 */
export interface Broadcaster {
  /** Hands a notice to all other servers. What it rejects with is reported to `onError`. */
  readonly publish: (notice: BroadcastNotice) => void | Promise<void>;
  /** Hears the notices of other servers, until the function that it returns is called. */
  readonly subscribe: (receive: (notice: BroadcastNotice) => void) => () => void;
}

/** The broadcaster of a server that is alone. */
export const inProcess: Broadcaster = { publish: () => undefined, subscribe: () => () => undefined };
