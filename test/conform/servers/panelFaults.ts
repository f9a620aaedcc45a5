/** Small faults of a panel server, and the rules that each of them breaks. */
export const PANEL_FAULTS = {
  "forgets requestId": ["reply-fields"],
  "answers with another requestId": ["reply-fields"],
  "answers TRIGGER with PONG": ["reply"],
  "sends RESULT before CONNECTED": ["opening"],
  "sends CONNECTED twice": ["opening"],
  "sends no CONNECTED": ["opening"],
  "sends an unknown enum value": ["frame"],
  "drops a required field": ["frame"],
  "sends null where it is not allowed": ["frame"],
  "sends a message of nobody": ["frame"],
  "sends a message of the client": ["frame"],
  "sends what is no JSON": ["frame"],
  "sends JSON as bytes": ["encoding"],
  "sends no PONG": ["unanswered"],
  "answers PING twice": ["reply"],
  "answers TRIGGER twice": ["reply"],
  "never answers TRIGGER": ["unanswered"],
  "sends PATCH to who has left": ["topics"],
  "acts on an invalid frame": ["server-obeys"],
  "acts on JSON as bytes": ["server-obeys"],
  "has one code for all failures": ["server-error-code"],
  "calls unknown messages invalid": ["server-error-code"],
  "refuses unknown properties": ["server-rejects"],
  "closes with 1011 on what is no JSON": ["server-connection"],
  "drops the connection of an invalid frame": ["server-connection"],
  "dies of an invalid frame": ["server-serving"],
  "hangs up after RESULT": ["server-connection"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Name of a fault. */
export type PanelFault = keyof typeof PANEL_FAULTS;
