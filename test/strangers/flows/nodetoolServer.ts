import { EventEmitter, once } from "node:events";
import { serveNodetool } from "@wirepact/nodetool/server";
import type { Serving } from "./flow.ts";

const job = { job_id: "job-1", workflow_id: "wf-1" };

/** What the node puts out. */
export const PIXELS = Uint8Array.of(0, 1, 127, 128, 255);

/** A server with one workflow, which asks the client for a file and then waits to be cancelled, and a chat that says hello. */
export function startNodetool(heard: unknown[]): Promise<Serving> {
  const jobs = new EventEmitter();
  return serveNodetool({
    clientToolsManifest: (message) => void heard.push(message),
    async *runJob(message, session) {
      heard.push(message);
      yield ["acknowledgement", { message: "Job started", ...job }];
      yield ["job_update", { status: "running", ...job }];
      const call = { tool_call_id: "call-1", name: "choose_file", args: { kind: "image" }, job_id: job.job_id };
      heard.push(await session.ask("tool_call_update", call));
      yield ["output_update", { node_id: "n-1", output_name: "path", value: "a.png", output_type: "string", job_id: job.job_id }];
      yield ["binary_update", { node_id: "n-1", output_name: "image", binary: PIXELS, job_id: job.job_id }];
      const cancelled = once(jobs, "cancel");
      yield ["node_progress", { node_id: "n-1", progress: 1, total: 3, job_id: job.job_id }];
      await cancelled;
      yield ["job_update", { status: "cancelled", ...job }];
      jobs.emit("end");
    },
    async cancelJob(message) {
      heard.push(message);
      // The answer comes when the job's last message is sent, so that the order is the same each time.
      const ended = once(jobs, "end");
      jobs.emit("cancel");
      await ended;
      return { message: "Job cancelled", job_id: message.job_id };
    },
    getStatus(message) {
      heard.push(message);
      if (message.job_id === undefined) return ["active_jobs", { active_jobs: [] }];
      return ["job_status", { ...job, status: "cancelled" }];
    },
    async *chatMessage(message) {
      heard.push(message);
      const { thread_id } = message;
      yield ["acknowledgement", { message: "Message received", thread_id }];
      yield ["chunk", { thread_id, content: "Hel", done: false }];
      yield ["chunk", { thread_id, content: "lo ✓", done: true }];
      yield ["message", { thread_id, role: "assistant", content: "Hello ✓" }];
    },
    setMode(message) {
      heard.push(message);
      return { message: `Mode set to ${message.mode}` };
    },
    ping: () => ({ ts: 1_735_689_600.5 }),
  }).listen(0, "127.0.0.1");
}
