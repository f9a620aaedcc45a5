import { count, Type } from "wirepact/define";
import { eventType } from "./eventType.ts";
import { error, result, similarity, stepNumber, task, tool_name, tool_sequence } from "./fields.ts";

export const using_workflow_pattern = eventType("UsingWorkflowPattern", {
  description: "A pattern learned from earlier workflows is used.",
  source: "agent.md:515",
  data: Type.Object({ pattern_name: Type.String({ description: "The pattern's name." }), tool_sequence }),
  examples: [
    {
      event_type: "using_workflow_pattern",
      data: {
        pattern_name: "margin_report",
        tool_sequence: ["load_csv_data", "calculate_profit_margins", "generate_report"],
      },
    },
  ],
});

export const multi_tool_workflow = eventType("MultiToolWorkflow", {
  description: "The query turned out to need several tools.",
  source: "agent.md:528",
  data: Type.Object({ num_tasks: count({ description: "How many steps the workflow has." }) }),
  examples: [{ event_type: "multi_tool_workflow", data: { num_tasks: 3 } }],
});

export const workflow_start = eventType("WorkflowStart", {
  description: "A workflow of several tools starts.",
  source: "agent.md:540",
  data: Type.Object({
    total_steps: count({ description: "How many steps it has." }),
    tasks: Type.Array(Type.String(), { description: "What each step is to do, in plain words." }),
  }),
  examples: [
    {
      event_type: "workflow_start",
      data: {
        total_steps: 3,
        tasks: ["Load CSV data from file", "Calculate profit margins", "Generate summary report"],
      },
    },
  ],
});

export const workflow_step = eventType("WorkflowStep", {
  description: "A step of the workflow starts.",
  source: "agent.md:568",
  data: Type.Object({ step: stepNumber, total: count({ description: "How many steps the workflow has." }), task }),
  examples: [{ event_type: "workflow_step", data: { step: 1, total: 3, task: "Load CSV data from file" } }],
});

export const workflow_step_tool_found = eventType("WorkflowStepToolFound", {
  description: "The registry has a tool for the running step.",
  source: "agent.md:582",
  data: Type.Object({ tool_name, similarity }),
  examples: [{ event_type: "workflow_step_tool_found", data: { tool_name: "load_csv_data", similarity: 0.91 } }],
});

export const workflow_step_executing = eventType("WorkflowStepExecuting", {
  description: "The running step's tool starts to run.",
  source: "agent.md:595",
  data: Type.Object({ tool_name }),
  examples: [{ event_type: "workflow_step_executing", data: { tool_name: "load_csv_data" } }],
});

export const workflow_step_complete = eventType("WorkflowStepComplete", {
  description: "The running step came to its end.",
  source: "agent.md:607",
  data: Type.Object({ result }),
  examples: [{ event_type: "workflow_step_complete", data: { result: "40 rows" } }],
});

export const workflow_step_failed = eventType("WorkflowStepFailed", {
  description: "The running step broke off.",
  source: "agent.md:619",
  data: Type.Object({ error }),
  examples: [{ event_type: "workflow_step_failed", data: { error: "FileNotFoundError: data/ecommerce_products.csv" } }],
});

export const workflow_step_needs_synthesis = eventType("WorkflowStepNeedsSynthesis", {
  description: "No tool fits the step; a new one is needed.",
  source: "agent.md:631",
  data: Type.Object({ step: stepNumber }),
  examples: [{ event_type: "workflow_step_needs_synthesis", data: { step: 3 } }],
});

export const workflow_step_synthesizing = eventType("WorkflowStepSynthesizing", {
  description: "The step's new tool is being made.",
  source: "agent.md:643",
  data: Type.Object({ step: stepNumber, task }),
  examples: [{ event_type: "workflow_step_synthesizing", data: { step: 3, task: "Generate summary report" } }],
});

export const workflow_complete = eventType("WorkflowComplete", {
  description: "Every step of the workflow came to its end.",
  source: "agent.md:656",
  data: Type.Object({ total_steps: count({ description: "How many steps were run." }), tool_sequence }),
  examples: [
    {
      event_type: "workflow_complete",
      data: {
        total_steps: 3,
        tool_sequence: ["load_csv_data", "calculate_profit_margins", "generate_report"],
      },
    },
  ],
});

export const workflow_needs_synthesis = eventType("WorkflowNeedsSynthesis", {
  description: "The workflow stopped at a step that needs a new tool.",
  source: "agent.md:680",
  data: Type.Object({ step_failed: stepNumber }),
  examples: [{ event_type: "workflow_needs_synthesis", data: { step_failed: 3 } }],
});

export const workflow_retry = eventType("WorkflowRetry", {
  description: "The workflow is run again.",
  source: "agent.md:692",
  data: Type.Object({ reason: Type.String({ description: "Why it is run again." }) }),
  examples: [{ event_type: "workflow_retry", data: { reason: "the missing tool was made" } }],
});
