import { Type } from "wirepact/define";
import { eventType } from "./eventType.ts";
import { tool_name } from "./fields.ts";

export const using_composite_tool = eventType("UsingCompositeTool", {
  description: "A composite tool is used: a workflow pattern that was promoted to a tool.",
  source: "agent.md:489",
  data: Type.Object({
    tool_name,
    component_tools: Type.Array(Type.String(), { description: "Names of the tools that it is made of." }),
  }),
  examples: [
    {
      event_type: "using_composite_tool",
      data: {
        tool_name: "data_analysis_pipeline",
        component_tools: ["load_csv_data", "calculate_profit_margins", "generate_report"],
      },
    },
  ],
});
