import { EventEmitter, once } from "node:events";
import { serveAgent } from "@wirepact/agent/server";
import { serveNodetool } from "@wirepact/nodetool/server";
import { type PanelHandlers, type PanelServerOptions, refusePanel, servePanel } from "@wirepact/panel/server";

/** A server that a page's flow talks to. */
export interface Serving {
  readonly port: number | undefined;
  readonly close: () => Promise<void>;
}

/** A panel that counts. */
export function startPanel(options: PanelServerOptions = {}): Promise<Serving> {
  let count = 0;
  const handlers: PanelHandlers = {
    connected: () => ({ panelId: "panel-1", state: { count } }),
    trigger({ tool }, session) {
      if (tool !== "increment") throw refusePanel({ code: "TOOL_NOT_FOUND", message: `no tool named ${tool}` });
      count += 2;
      const mutations = [{ op: "set" as const, key: "count", value: count }];
      session.broadcast("PATCH", { mutations });
      return { result: { status: "success", stateMutations: mutations, events: [] } };
    },
  };
  return servePanel(handlers, options).listen(0, "127.0.0.1");
}

/** A workflow that puts out bytes, and then waits to be cancelled. */
export function startNodetool(): Promise<Serving> {
  const jobs = new EventEmitter();
  return serveNodetool({
    async *runJob({ workflow_id }) {
      const job = { job_id: "job-1", workflow_id: workflow_id ?? null };
      const cancelled = once(jobs, "cancel");
      yield ["acknowledgement", { message: "Job started", job_id: job.job_id }];
      yield ["job_update", { status: "running", ...job }];
      yield [
        "binary_update",
        { node_id: "n-1", output_name: "image", binary: Uint8Array.of(0, 127, 128, 255), job_id: job.job_id },
      ];
      yield ["node_progress", { node_id: "n-1", progress: 1, total: 3, job_id: job.job_id }];
      await cancelled;
      yield ["job_update", { status: "cancelled", ...job }];
    },
    cancelJob({ job_id }) {
      jobs.emit("cancel");
      return { message: "Job cancelled", job_id };
    },
  }).listen(0, "127.0.0.1");
}

/** An agent that makes a tool, and answers. */
export function startAgent(): Promise<Serving> {
  return serveAgent({
    connected: () => ({ data: "Connected to agent" }),
    createSession: () => ({ session_id: "session-1" }),
    async *query({ session_id }) {
      yield ["agent_event", { event_type: "searching", data: {} }];
      yield ["agent_event", { event_type: "synthesis_step", data: { step: "tests", status: "complete" } }];
      const metadata = { tool_name: "answer", synthesized: true, tool_result: "42" };
      yield ["query_complete", { success: true, response: "42.", metadata, session_id }];
    },
  }).listen(0, "127.0.0.1");
}
