import { count, Type } from "wirepact/define";
import { eventType } from "./eventType.ts";
import { result, stepNumber, tool_name } from "./fields.ts";

const pattern_name = Type.String({ description: "The pattern's name." });

export const pattern_execution_start = eventType("PatternExecutionStart", {
  description: "A workflow pattern starts to run.",
  source: "agent.md:706",
  data: Type.Object({ pattern_name }),
  examples: [{ event_type: "pattern_execution_start", data: { pattern_name: "margin_report" } }],
});

export const pattern_step = eventType("PatternStep", {
  description: "A step of the pattern starts.",
  source: "agent.md:718",
  data: Type.Object({ step: stepNumber, total: count({ description: "How many steps the pattern has." }), tool_name }),
  examples: [{ event_type: "pattern_step", data: { step: 1, total: 3, tool_name: "load_csv_data" } }],
});

export const pattern_step_complete = eventType("PatternStepComplete", {
  description: "The step of the pattern came to its end.",
  source: "agent.md:732",
  data: Type.Object({ tool_name, result }),
  examples: [{ event_type: "pattern_step_complete", data: { tool_name: "load_csv_data", result: "40 rows" } }],
});

export const pattern_execution_complete = eventType("PatternExecutionComplete", {
  description: "Every step of the pattern came to its end.",
  source: "agent.md:745",
  data: Type.Object({ pattern_name }),
  examples: [{ event_type: "pattern_execution_complete", data: { pattern_name: "margin_report" } }],
});
