/**
 * What one client may take of a server. All are on by default; a number may be raised or lowered, and `Infinity` turns one off.
 * Times are milliseconds, sizes bytes.
 */
export interface Limits {
  /** Largest message. Beyond it: close 1009, before it is buffered. 1 MiB by default. */
  readonly payload: number;
  /** Fragments of one message. Beyond it: close 1008. 1,024 by default. */
  readonly fragments: number;
  /** How deep lists and objects of a message may be nested. Beyond it: the protocol's error for an invalid message. 100 by default. */
  readonly nesting: number;
  /** Messages a second of one connection, on average. Beyond `burst`: the protocol's error, and close 1008 where more are over the rate than within it. 100 by default. */
  readonly rate: number;
  /** Messages that may come at once. 200 by default. */
  readonly burst: number;
  /** Requests and streams of one connection that are not answered yet. Beyond it: the protocol's error; at twice as many, close 1008. 100 by default. */
  readonly pending: number;
  /** Topics that one connection hears. Beyond it: the protocol's error. 100 by default. */
  readonly subscriptions: number;
  /** Characters of a topic's name. 256 by default. */
  readonly topic: number;
  /** Resources that one connection uses, such as containers. Beyond it: the protocol's error. 10 by default. */
  readonly resources: number;
  /** Bytes that came and wait for the opening message or a proof. Beyond it: close 1008. 4 MiB by default. */
  readonly inbound: number;
  /** Bytes that wait for a slow reader. Beyond it the connection is dropped: close 1013. 4 MiB by default. */
  readonly outbound: number;
  /** Time for the checks of a request, and again for the opening message. 10,000 by default. */
  readonly handshake: number;
  /** Time for the first proven frame, where every frame carries a proof. Beyond it: close 1008. 60,000 by default. */
  readonly unproven: number;
  /** Silence after which the transport's ping is sent. 30,000 by default. */
  readonly idle: number;
  /** Time for any sign of life after that ping. Beyond it the connection is ended. 10,000 by default. */
  readonly alive: number;
  /** Connections at a time. Beyond it: HTTP 503. 10,000 by default. */
  readonly connections: number;
  /** Headers of the upgrade. Beyond it: HTTP 431. 100 by default. */
  readonly headers: number;
  /** Time for the other side to answer a close. 5,000 by default. */
  readonly closing: number;
  /** Time for what is in flight when the server closes. 10,000 by default. */
  readonly shutdown: number;
}

/** The limits of a server that names none. */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  payload: 1024 * 1024,
  fragments: 1024,
  nesting: 100,
  rate: 100,
  burst: 200,
  pending: 100,
  subscriptions: 100,
  topic: 256,
  resources: 10,
  inbound: 4 * 1024 * 1024,
  outbound: 4 * 1024 * 1024,
  handshake: 10_000,
  unproven: 60_000,
  idle: 30_000,
  alive: 10_000,
  connections: 10_000,
  headers: 100,
  closing: 5_000,
  shutdown: 10_000,
});
