import { anyValue, message, named, nullable, open, openObject, Type } from "wirepact/define";
import { context, sampleJob, timestamp } from "./shapes.ts";

const percent = nullable(Type.Number(), { description: "Percent in use; null where it is not known." });
const sampleContext = { user_context: { id: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" }, workflow_context_id: sampleJob };

export const engine_status_update = message({
  description: "How busy the engine is; sent again and again.",
  source: "flowork.md:80",
  fields: {
    engineId: Type.String({ description: "The engine of this connection." }),
    isBusy: Type.Boolean({ description: "Whether a workflow is running." }),
    cpuPercent: percent,
    memoryPercent: percent,
    ...context,
  },
  examples: [
    { type: "engine_status_update", engineId: "engine-1", isBusy: true, cpuPercent: 37.5, memoryPercent: 61.2 },
    { type: "engine_status_update", engineId: "engine-1", isBusy: false, cpuPercent: null, memoryPercent: null },
  ],
});

export const log = message({
  description: "A line of a running workflow's log.",
  source: "flowork.md:89",
  fields: {
    level: Type.String({ description: "How serious it is, such as INFO." }),
    source: Type.String({ description: "Which part of the engine or of the workflow wrote it." }),
    message: Type.String({ description: "The text." }),
    timestamp: Type.Optional(timestamp),
    ...context,
  },
  examples: [
    { type: "log", level: "INFO", source: "Node: Show", message: "showing the data", timestamp: 1735689601.5 },
    { type: "log", level: "INFO", source: "Executor", message: "workflow started", ...sampleContext },
  ],
});

const StatusData = named(
  "StatusData",
  openObject(
    { status: open(["RUNNING", "SUCCEEDED", "FAILED"], { description: "Where the job stands." }) },
    { description: "A job's status, and whatever the engine tells with it." },
  ),
);

export const workflow_status_update = message({
  description: "A job got another status.",
  source: "flowork.md:90",
  fields: { job_id: Type.String({ description: "The job." }), status_data: StatusData, ...context },
  examples: [
    { type: "workflow_status_update", job_id: sampleJob, status_data: { status: "RUNNING", active_node_id: "node-1" } },
    { type: "workflow_status_update", job_id: sampleJob, status_data: { status: "SUCCEEDED" }, ...sampleContext },
  ],
});

export const NODE_EXECUTION_METRIC = message({
  description: "A node started or finished; carries further measurements at the engine's choice.",
  source: "flowork.md:91",
  fields: {
    node_id: Type.String({ description: "The node, as the workflow names it." }),
    status: open(["RUNNING", "SUCCESS", "ERROR"], { description: "RUNNING at its start, another at its end." }),
    timestamp,
    ...context,
  },
  open: true,
  examples: [
    { type: "NODE_EXECUTION_METRIC", node_id: "node-2", status: "RUNNING", timestamp: 1735689601.25, ...sampleContext },
    {
      type: "NODE_EXECUTION_METRIC",
      node_id: "node-2",
      status: "SUCCESS",
      timestamp: 1735689601.75,
      execution_time_ms: 500,
      ...sampleContext,
    },
  ],
});

export const CONNECTION_STATUS_UPDATE = message({
  description: "Data flows through a connection; the GUI animates it.",
  source: "flowork.md:92",
  fields: {
    connection_id: Type.String({ description: "The connection, as the workflow names it." }),
    status: open(["ACTIVE"], { description: "What the connection does." }),
    ...context,
  },
  examples: [{ type: "CONNECTION_STATUS_UPDATE", connection_id: "conn-1", status: "ACTIVE", ...sampleContext }],
});

export const SHOW_DEBUG_POPUP = message({
  description: "A node wants its data shown in a window.",
  source: "flowork.md:93",
  fields: {
    title: Type.String({ description: "The window's title." }),
    content: anyValue({ description: "What to show: an object, a text, or any other JSON value." }),
    ...context,
  },
  examples: [
    { type: "SHOW_DEBUG_POPUP", title: "Show", content: { data: { greeting: "hello" } }, ...sampleContext },
    { type: "SHOW_DEBUG_POPUP", title: "Show", content: "hello" },
  ],
});

export const MANUAL_APPROVAL_REQUESTED = message({
  description: "A node waits until a person decides.",
  source: "flowork.md:94",
  fields: {
    module_id: Type.String({ description: "The module of the waiting node." }),
    message: Type.String({ description: "What to decide." }),
    ...context,
  },
  examples: [
    {
      type: "MANUAL_APPROVAL_REQUESTED",
      module_id: "manual_approval_module",
      message: "Send the report to everyone?",
      ...sampleContext,
    },
  ],
});
