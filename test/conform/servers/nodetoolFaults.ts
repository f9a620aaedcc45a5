/** Small faults of a nodetool server, and the rules that each of them breaks. */
export const NODETOOL_FAULTS = {
  "moves a job out of a terminal state": ["state"],
  "begins a job as suspended": ["state"],
  "invents a status": ["state"],
  "speaks of a job that nobody started": ["stream"],
  "goes on after the end of a job": ["stream"],
  "sends a chunk of another chat": ["stream"],
  "acknowledges another chat": ["reply-fields"],
  "tells the status of another job": ["reply-fields"],
  // What comes twice is taken for the answer to the next request of its kind, where there is one.
  "acknowledges twice": ["encoding", "reply", "reply-fields"],
  "is silent about unknown jobs": ["unanswered"],
  "sends no pong": ["unanswered"],
  "speaks text from the start": ["encoding"],
  "stays binary whatever is set": ["encoding"],
  "switches one frame too late": ["encoding"],
  "sends base64 for bytes in MessagePack": ["frame"],
  "sends half a frame": ["frame"],
  "sends null where it is not allowed": ["frame"],
  "sends frames of a newer version": ["frame"],
  "runs a job without data": ["server-obeys"],
  "takes JSON as bytes": ["server-obeys"],
  "dies of bytes that are no MessagePack": ["server-serving"],
  "drops the connection of a strange frame": ["server-connection"],
  "closes with 1000 on an error": ["server-connection"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Name of a fault. */
export type NodetoolFault = keyof typeof NODETOOL_FAULTS;
