import { anyObject, anyValue, message, open, Type } from "wirepact/define";
import { signed } from "./auth.ts";
import { job, sampleJob, sampleWorkflow, WorkflowData } from "./shapes.ts";

export const execute_workflow = message({
  description: "Starts a workflow, for real or as a simulation.",
  source: "flowork.md:54",
  fields: {
    ...job,
    workflow_data: WorkflowData,
    initial_payload: Type.Optional(anyValue({ description: "What the first node is given." })),
    preset_name: Type.Optional(Type.String({ description: "The preset that the workflow was loaded from." })),
    mode: Type.Optional(
      open(["EXECUTE", "SIMULATE"], { description: "Whether the run is for real; EXECUTE where absent.", default: "EXECUTE" }),
    ),
  },
  examples: [
    signed({
      type: "execute_workflow",
      job_id: sampleJob,
      workflow_data: sampleWorkflow,
      initial_payload: { data: { greeting: "hello" } },
      preset_name: "Daily report",
      mode: "EXECUTE",
    }),
    signed({ type: "execute_workflow", workflow_data: sampleWorkflow, mode: "SIMULATE" }),
  ],
});

export const stop_workflow = message({
  description: "Ends the running workflow.",
  source: "flowork.md:57",
  deprecated: true,
  fields: { ...job },
  examples: [signed({ type: "stop_workflow", job_id: sampleJob })],
});

export const pause_workflow = message({
  description: "Holds the running workflow until resume_workflow.",
  source: "flowork.md:58",
  fields: { ...job },
  examples: [signed({ type: "pause_workflow" }), signed({ type: "pause_workflow", job_id: sampleJob })],
});

export const resume_workflow = message({
  description: "Lets a paused workflow go on.",
  source: "flowork.md:59",
  fields: { ...job },
  examples: [signed({ type: "resume_workflow" })],
});

const connection_id = Type.String({ description: "The connection, as the workflow names it." });

export const request_connection_history = message({
  description: "Asks what went through one connection during an earlier job.",
  source: "flowork.md:70",
  fields: { job_id: Type.String({ description: "The job to look into; required here alone." }), connection_id },
  examples: [signed({ type: "request_connection_history", job_id: sampleJob, connection_id: "conn-1" })],
});

export const connection_history_response = message({
  description: "Answers request_connection_history.",
  source: "flowork.md:88",
  fields: {
    job_id: Type.String({ description: "The job, as the request named it." }),
    connection_id,
    history: Type.Union([Type.Array(anyValue()), anyObject()], {
      description: "What went through: a list of payloads, or one object.",
    }),
  },
  examples: [
    {
      type: "connection_history_response",
      job_id: sampleJob,
      connection_id: "conn-1",
      history: [{ data: { greeting: "hello" } }],
    },
    { type: "connection_history_response", job_id: sampleJob, connection_id: "conn-1", history: {} },
  ],
});
