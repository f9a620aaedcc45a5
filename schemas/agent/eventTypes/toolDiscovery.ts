import { count, Type } from "wirepact/define";
import { eventType } from "./eventType.ts";
import { similarity, tool_name } from "./fields.ts";

export const orphans_cleaned = eventType("OrphansCleaned", {
  description: "Registry entries whose tool files are gone were removed.",
  source: "agent.md:221",
  data: Type.Object({ count: count({ description: "How many were removed." }) }),
  examples: [{ event_type: "orphans_cleaned", data: { count: 3 } }],
});

export const searching = eventType("Searching", {
  description: "The agent looks for a tool that fits the query.",
  source: "agent.md:241",
  examples: [{ event_type: "searching", data: {} }],
});

export const tool_found = eventType("ToolFound", {
  description: "The registry has a tool that fits.",
  source: "agent.md:251",
  data: Type.Object({ tool_name, similarity }),
  examples: [{ event_type: "tool_found", data: { tool_name: "calculate_profit_margins", similarity: 0.87 } }],
});

export const tool_mismatch = eventType("ToolMismatch", {
  description: "A tool was found whose signature does not suit the query.",
  source: "agent.md:275",
  data: Type.Object({ tool_name, error: Type.String({ description: "Why it does not suit." }) }),
  examples: [
    {
      event_type: "tool_mismatch",
      data: { tool_name: "calculate_profit_margins", error: "the query gives no column for the cost" },
    },
  ],
});

export const no_tool_found = eventType("NoToolFound", {
  description: "The registry has no tool that fits.",
  source: "agent.md:288",
  examples: [{ event_type: "no_tool_found", data: {} }],
});
