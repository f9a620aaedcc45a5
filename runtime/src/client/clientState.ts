/** The states of a client, by name. */
export const STATE = Object.freeze({
  /** The first connection is being made. */
  connecting: "connecting",
  /** Messages travel. */
  open: "open",
  /** The connection was lost and another is being made; messages wait. */
  reconnecting: "reconnecting",
  /** For good. */
  closed: "closed",
});

/** What a client is doing. */
export type ClientState = (typeof STATE)[keyof typeof STATE];
