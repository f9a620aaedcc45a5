/** Small faults of a terminal server, and the rules that each of them breaks. */
export const TERMINAL_FAULTS = {
  "refuses unknown properties": ["server-rejects"],
  "tells results to all": ["server-isolation"],
  "forgets the sessionId": ["frame"],
  "answers for another session": ["reply-fields"],
  "never answers save_file": ["unanswered"],
  "answers twice": ["reply", "reply-fields"],
  "runs what is not valid": ["server-obeys"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Name of a fault. */
export type TerminalFault = keyof typeof TERMINAL_FAULTS | "refuses everything";
