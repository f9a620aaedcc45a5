import { Type } from "wirepact/define";
import { eventType } from "./eventType.ts";
import { error, result, tool_name } from "./fields.ts";

export const executing = eventType("Executing", {
  description: "A tool starts to run.",
  source: "agent.md:381",
  data: Type.Object({ tool_name }),
  examples: [{ event_type: "executing", data: { tool_name: "calculate_profit_margins" } }],
});

export const execution_complete = eventType("ExecutionComplete", {
  description: "The tool ran to its end.",
  source: "agent.md:393",
  data: Type.Object({ result }),
  examples: [{ event_type: "execution_complete", data: { result: "{'average_margin': 0.325, 'products': 40}" } }],
});

export const execution_failed = eventType("ExecutionFailed", {
  description: "The tool broke off.",
  source: "agent.md:405",
  data: Type.Object({ error }),
  examples: [{ event_type: "execution_failed", data: { error: "FileNotFoundError: data/ecommerce_products.csv" } }],
});

export const execution_skipped = eventType("ExecutionSkipped", {
  description: "The tool was not run.",
  source: "agent.md:417",
  data: Type.Object({ reason: Type.String({ description: "Why it was not run." }) }),
  examples: [{ event_type: "execution_skipped", data: { reason: "the query only asked for the tool" } }],
});
