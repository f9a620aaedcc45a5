import { anyObject, anyValue, message, open, Type } from "wirepact/define";
import { job_id, maybe, origin, Step, sampleStep, sampleTask, Task, workflow_id } from "./shapes.ts";

export const tool_call_update = message({
  description: "A model calls a tool. A tool of the client's own manifest is answered by tool_result.",
  source: "nodetool.md:227",
  fields: {
    ...origin,
    tool_call_id: maybe(Type.String(), "Tells calls apart; the result repeats it."),
    name: Type.String({ description: "The tool." }),
    args: anyObject({ description: "What the tool is given." }),
    message: maybe(Type.String(), "What the call is for, for people."),
    step_id: maybe(Type.String(), "The step of a task that calls."),
    agent_execution_id: maybe(Type.String(), "The run of an agent that calls."),
  },
  examples: [
    { type: "tool_call_update", name: "search_web", args: { query: "..." }, tool_call_id: "tc-123" },
    {
      type: "tool_call_update",
      thread_id: "thread-123",
      tool_call_id: "uuid-of-tool-call",
      name: "select_file",
      args: { accept: ".txt" },
      message: "Select the file to sum up",
      step_id: "step-1",
      agent_execution_id: "run-1",
    },
  ],
});

export const tool_result_update = message({
  description: "What a tool gave back.",
  source: "nodetool.md:246",
  fields: {
    ...origin,
    node_id: Type.String({ description: "The node that called it." }),
    result: anyObject({ description: "What the tool gave back." }),
  },
  examples: [
    { type: "tool_result_update", node_id: "node-2", result: { hits: 3 } },
    { type: "tool_result_update", node_id: "node-2", thread_id: "thread-123", workflow_id: "wf-123", result: {} },
  ],
});

/** One of `task` and `step` is there; null is as good as absent. */
const taskOrStep = [
  { required: ["task"], properties: { task: { type: "object" } } },
  { required: ["step"], properties: { step: { type: "object" } } },
];

export const task_update = message({
  description: "Something happened to an agent's task, or to a step of it.",
  source: "nodetool.md:260",
  body: Type.Object(
    {
      ...origin,
      task: maybe(Task, "The task; may be absent where a step is given."),
      step: maybe(Step, "The step, where the event is about one."),
      event: open(
        ["task_created", "step_started", "entered_conclusion_stage", "step_completed", "step_failed", "task_completed"],
        { description: "What happened." },
      ),
    },
    { anyOf: taskOrStep },
  ),
  examples: [
    { type: "task_update", task: {}, event: "task_created" },
    { type: "task_update", step: {}, event: "step_started" },
    { type: "task_update", step: {}, event: "step_completed" },
    { type: "task_update", task: {}, event: "task_completed" },
    { type: "task_update", node_id: "node-2", task: sampleTask, step: sampleStep, event: "step_completed" },
  ],
});

export const planning_update = message({
  description: "How far an agent has come with its plan.",
  source: "nodetool.md:276",
  fields: {
    ...origin,
    phase: Type.String({ description: "The stage of the planning." }),
    status: Type.String({ description: "How that stage stands." }),
    content: maybe(Type.String(), "What the stage came to."),
  },
  examples: [
    { type: "planning_update", node_id: "node-2", phase: "analysis", status: "running" },
    { type: "planning_update", thread_id: "thread-123", phase: "analysis", status: "completed", content: "Two steps will do." },
  ],
});

export const step_result = message({
  description: "What a step of a task came to.",
  source: "nodetool.md:292",
  fields: {
    step: Step,
    result: anyValue({ description: "The result." }),
    error: maybe(Type.String(), "Why the step failed."),
    is_task_result: Type.Boolean({ description: "Whether it is the result of the whole task." }),
    thread_id: origin.thread_id,
    workflow_id,
    job_id,
  },
  examples: [
    { type: "step_result", step: sampleStep, result: { hits: 3 }, is_task_result: false },
    {
      type: "step_result",
      step: { id: "step-2", instructions: "Sum it up." },
      result: null,
      error: "the model gave no answer",
      is_task_result: true,
      thread_id: "thread-123",
    },
  ],
});
