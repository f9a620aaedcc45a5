import { closed, Type } from "wirepact/define";
import { eventType } from "./eventType.ts";

export const planning_query = eventType("PlanningQuery", {
  description: "The agent weighs the query and plans how to answer it.",
  source: "agent.md:453",
  examples: [{ event_type: "planning_query", data: {} }],
});

export const plan_complete = eventType("PlanComplete", {
  description: "The agent chose its strategy.",
  source: "agent.md:463",
  data: Type.Object({
    strategy: closed(["single", "sequential", "composition", "workflow_pattern", "composite_tool", "force_synthesis"], {
      description: "How the query will be answered.",
    }),
    reasoning: Type.String({ description: "Why this strategy, for people." }),
  }),
  examples: [
    {
      event_type: "plan_complete",
      data: { strategy: "workflow_pattern", reasoning: "Found matching workflow pattern with 0.85 confidence" },
    },
  ],
});
