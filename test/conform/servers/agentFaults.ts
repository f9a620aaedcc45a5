/** Small faults of an agent server, and the rules that each of them breaks. */
export const AGENT_FAULTS = {
  "does not greet, with no event connected": ["opening"],
  "greets twice": ["opening"],
  "sends an event before it greets": ["opening"],
  "sends an event_type of nobody": ["frame"],
  "sends an event of nobody": ["frame"],
  "sends a similarity of more than one": ["frame"],
  "drops the metadata": ["frame"],
  "sends two values in one event": ["frame"],
  "never ends a query": ["unanswered"],
  "never sends session_memory": ["stream"],
  "sends tool_count twice": ["stream"],
  "goes on after query_complete": ["stream"],
  "sends progress that nobody asked for": ["stream"],
  "completes a query of another session": ["stream"],
  "hangs up in the middle of a query": ["server-connection"],
  "drops the transport of an invalid query": ["server-connection"],
  "answers an invalid query": ["server-obeys"],
  "gives a session without an id": ["server-http"],
  "gives a session that is no JSON": ["server-http"],
  "dies of an event of nobody": ["server-serving"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Name of a fault. */
export type AgentFault = keyof typeof AGENT_FAULTS;
