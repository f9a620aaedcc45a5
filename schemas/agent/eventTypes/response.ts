import { eventType } from "./eventType.ts";

export const synthesizing_response = eventType("SynthesizingResponse", {
  description: "The agent puts its answer into words.",
  source: "agent.md:431",
  examples: [{ event_type: "synthesizing_response", data: {} }],
});

export const complete = eventType("Complete", {
  description: "The agent is done; query_complete brings the answer.",
  source: "agent.md:441",
  examples: [{ event_type: "complete", data: {} }],
});
