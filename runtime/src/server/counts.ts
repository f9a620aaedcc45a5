/** What a server has seen since it was made, for metrics. The names are fixed: nothing that a client says becomes one. */
export interface Counts {
  /** Connections taken. */
  accepted: number;
  /** Requests for a connection that were refused. */
  refused: number;
  /** Frames that were no message of the contract, or broke it. */
  invalidFrames: number;
  /** Frames over the rate. */
  throttled: number;
  /** Requests over the limit of pending ones. */
  overloaded: number;
  /** Connections dropped because they read too slowly. */
  slowReaders: number;
  /** Answers of clients that nobody waited for. */
  strayReplies: number;
  /** Handlers that threw something else than a rejection. */
  failures: number;
}

/** Counts that are all zero. */
export function noCounts(): Counts {
  return {
    accepted: 0,
    refused: 0,
    invalidFrames: 0,
    throttled: 0,
    overloaded: 0,
    slowReaders: 0,
    strayReplies: 0,
    failures: 0,
  };
}
