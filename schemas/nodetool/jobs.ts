import { anyObject, message, named, open, Type } from "wirepact/define";
import { job_id, jobStatus, maybe, workflow_id } from "./shapes.ts";

const RunState = named(
  "RunState",
  Type.Object(
    {
      status: Type.String({ description: "Where the execution stands." }),
      suspended_node_id: maybe(Type.String(), "The node that the execution waits at."),
      suspension_reason: maybe(Type.String(), "Why it waits."),
      error_message: maybe(Type.String(), "Why it failed."),
      execution_strategy: maybe(Type.String(), "How the server runs it, such as in a thread."),
      is_resumable: Type.Boolean({ description: "Whether it can go on from where it stopped." }),
    },
    { description: "What the server keeps of an execution." },
  ),
);

export const job_update = message({
  description: "A job got another status, or tells how it stands. The last one of a job has a terminal status.",
  source: "nodetool.md:52",
  fields: {
    status: jobStatus,
    job_id: maybe(Type.String(), "The job."),
    workflow_id: maybe(Type.String(), "The workflow that it runs."),
    message: maybe(Type.String(), "What happened, for people."),
    result: maybe(anyObject(), "The workflow's outputs, with status `completed`."),
    error: maybe(Type.String(), "Why it failed, with status `failed` or `error`."),
    traceback: maybe(Type.String(), "The server's Python traceback of the failure."),
    run_state: maybe(RunState, "The state of the execution behind the job."),
  },
  examples: [
    { type: "job_update", status: "running", job_id: "uuid-of-job" },
    { type: "job_update", status: "running", job_id: "job-123", workflow_id: "wf-123" },
    { type: "job_update", status: "completed", job_id: "job-123", result: {} },
    { type: "job_update", status: "running", job_id: "job-456", workflow_id: "wf-456" },
    {
      type: "job_update",
      status: "failed",
      job_id: "job-456",
      error: "HuggingFace token not configured",
      traceback: "...",
    },
    { type: "job_update", status: "cancelled", job_id: "job-789", message: "Job cancelled by user" },
    {
      type: "job_update",
      status: "failed",
      error: "Error message",
      job_id: "...",
      workflow_id: "...",
      traceback: "...",
    },
    { type: "job_update", status: "pending", job_id: "job-123", workflow_id: "wf-123", message: null, error: null },
    {
      type: "job_update",
      status: "suspended",
      job_id: "job-123",
      workflow_id: "wf-123",
      run_state: {
        status: "suspended",
        suspended_node_id: "node-2",
        suspension_reason: "waiting for approval",
        execution_strategy: "threaded",
        is_resumable: true,
      },
    },
  ],
});

export const node_update = message({
  description: "A node got another status, or has a result.",
  source: "nodetool.md:85",
  fields: {
    node_id: Type.String({ description: "The node." }),
    node_name: Type.String({ description: "Its name in the workflow." }),
    node_type: maybe(Type.String(), "The kind of node it is."),
    status: open(["pending", "running", "completed", "failed"], { description: "Where the node stands." }),
    error: maybe(Type.String(), "Why it failed, with status `failed`."),
    result: maybe(anyObject(), "What it put out, by output name."),
    properties: maybe(anyObject(), "Further properties of the node."),
    workflow_id,
    job_id,
  },
  examples: [
    { type: "node_update", node_id: "node-1", node_name: "Input", status: "running" },
    { type: "node_update", node_id: "node-1", node_name: "Input", status: "completed" },
    { type: "node_update", node_id: "node-2", node_name: "Process", status: "completed", result: {} },
    { type: "node_update", node_id: "node-1", node_name: "HF Model", status: "running" },
    {
      type: "node_update",
      node_id: "node-1",
      node_name: "HF Model",
      status: "failed",
      error: "HuggingFace token not configured",
    },
    { type: "node_update", node_id: "...", node_name: "Process Node", status: "failed", error: "Node-specific error" },
    {
      type: "node_update",
      node_id: "node-2",
      node_name: "Process",
      node_type: "nodetool.text.Concat",
      status: "completed",
      result: { output: "ab" },
      properties: { a: "a", b: "b" },
      workflow_id: "wf-123",
      job_id: "job-123",
    },
  ],
});

export const node_progress = message({
  description: "How far a node has come.",
  source: "nodetool.md:103",
  fields: {
    node_id: Type.String({ description: "The node." }),
    progress: Type.Number({ description: "How much is done, in the unit of `total`." }),
    total: Type.Number({ description: "How much there is to do." }),
    chunk: maybe(Type.String(), "Part of what the node puts out."),
    workflow_id,
    job_id,
  },
  examples: [
    { type: "node_progress", node_id: "node-2", progress: 50, total: 100 },
    { type: "node_progress", node_id: "node-2", progress: 2, total: 8, chunk: "Quan", workflow_id: "wf-123", job_id: "job-123" },
  ],
});

export const edge_update = message({
  description: "What goes over an edge between two nodes.",
  source: "nodetool.md:118",
  fields: {
    workflow_id: Type.String({ description: "The workflow that the edge is in." }),
    edge_id: Type.String({ description: "The edge." }),
    status: Type.String({ description: "How the edge stands." }),
    counter: maybe(Type.Number(), "How many pieces of data went over it, where it streams."),
    job_id,
  },
  examples: [
    { type: "edge_update", workflow_id: "wf-123", edge_id: "edge-1", status: "active", counter: 3 },
    { type: "edge_update", workflow_id: "wf-123", edge_id: "edge-1", status: "drained" },
  ],
});
