import { closed, message, Type } from "wirepact/define";
import { job_id, maybe, workflow_id } from "./shapes.ts";

const node_id = Type.String({ description: "The node that this comes from." });
const severity = closed(["info", "warning", "error"], { description: "How serious it is." });

export const log_update = message({
  description: "A line of a node's log.",
  source: "nodetool.md:310",
  fields: {
    node_id,
    node_name: Type.String({ description: "The node's name in the workflow." }),
    content: Type.String({ description: "The line." }),
    severity,
    job_id,
  },
  examples: [
    { type: "log_update", node_id: "node-2", node_name: "Process", content: "loading the model", severity: "info" },
    {
      type: "log_update",
      node_id: "node-2",
      node_name: "Process",
      content: "no GPU found",
      severity: "warning",
      job_id: "job-123",
    },
  ],
});

export const notification = message({
  description: "Something that a node wants the user to see.",
  source: "nodetool.md:324",
  fields: { node_id, content: Type.String({ description: "The text." }), severity, job_id },
  examples: [{ type: "notification", node_id: "node-2", content: "The model is being downloaded.", severity: "info" }],
});

export const error = message({
  description: "Something failed outside of any node. It ends the answer to a chat_message.",
  source: "nodetool.md:339",
  fields: {
    message: Type.String({ description: "What failed." }),
    thread_id: maybe(Type.String(), "The chat thread that failed."),
    workflow_id,
  },
  examples: [
    { type: "error", message: "Connection to provider failed: timeout" },
    { type: "error", message: "Error description" },
    { type: "error", message: "the model is unknown", thread_id: "thread-123", workflow_id: null },
  ],
});
