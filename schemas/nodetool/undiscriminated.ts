import { message, named, Type } from "wirepact/define";
import { jobStatus, maybe } from "./shapes.ts";

export const validation_error = message({
  description: "A frame was not carried out: a field is missing, or what it names does not exist.",
  source: "nodetool.md:786",
  open: true,
  fields: { error: Type.String({ description: "Why; for a missing field its name and `is required`." }) },
  examples: [
    { error: "job_id is required" },
    { error: "workflow_id is required" },
    { error: "Job not found or already completed", job_id: "uuid-of-job" },
  ],
});

export const job_status = message({
  description: "Answers a get_status that names a job.",
  source: "nodetool.md:407",
  fields: {
    status: jobStatus,
    job_id: Type.String({ description: "The job." }),
    workflow_id: Type.String({ description: "The workflow that it runs." }),
  },
  examples: [{ status: "running", job_id: "uuid-of-job", workflow_id: "uuid-of-workflow" }],
});

const ActiveJob = named(
  "ActiveJob",
  Type.Object(
    {
      job_id: Type.String({ description: "The job." }),
      workflow_id: Type.String({ description: "The workflow that it runs." }),
      status: jobStatus,
    },
    { description: "A job that has not ended." },
  ),
);

export const active_jobs = message({
  description: "Answers a get_status that names no job.",
  source: "nodetool.md:407",
  fields: { active_jobs: Type.Array(ActiveJob, { description: "The jobs of this connection; empty if none is active." }) },
  examples: [
    { active_jobs: [{ job_id: "uuid-of-job", workflow_id: "uuid-of-workflow", status: "running" }] },
    { active_jobs: [] },
  ],
});

export const acknowledgement = message({
  description: "The server took a command. What the command brings about follows in messages of its own.",
  source: "nodetool.md:9",
  fields: {
    message: Type.String({ description: "What was done, for people." }),
    job_id: maybe(Type.String(), "The job that the command is about."),
    workflow_id: maybe(Type.String(), "The workflow that the command is about."),
    thread_id: maybe(Type.String(), "The chat thread that the command is about."),
  },
  examples: [
    { message: "Job started", workflow_id: "uuid-of-workflow" },
    { message: "Job cancellation requested", job_id: "uuid-of-job" },
    { message: "Chat message processing started", thread_id: "uuid-of-thread" },
    { message: "Mode set to text" },
  ],
});
