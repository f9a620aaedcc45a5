import type { Acknowledgement, ToolResult } from "@wirepact/nodetool";
import { connectNodetool } from "@wirepact/nodetool/client";
import { type NodetoolSession, serveNodetool } from "@wirepact/nodetool/server";

export async function client(): Promise<Acknowledgement> {
  const nodetool = await connectNodetool("ws://localhost/ws", { bearer: () => "t", query: { api_key: "k" } });
  const status = await nodetool.getStatus({ job_id: "j" });
  if (status.message === "job_status") status.value.status.toUpperCase();
  else status.value.active_jobs.length.toFixed();
  nodetool.on("binary_update", ({ binary }) => binary.byteLength);
  nodetool.on(
    "tool_call_update",
    ({ tool_call_id }) => void nodetool.toolResult({ tool_call_id: tool_call_id ?? "", result: {}, ok: true }),
  );
  await nodetool.setMode({ mode: "text" });
  const job = nodetool.runJob({ workflow_id: "w" });
  for await (const item of job) if (item.message === "node_progress") item.value.progress.toFixed();
  // @ts-expect-error there are two modes
  nodetool.setMode({ mode: "both" });
  // @ts-expect-error nobody waits for it
  nodetool.clientToolsManifest({ tools: [] }, { timeout: 5 });
  return job.reply;
}

export function ask(session: NodetoolSession): Promise<ToolResult> {
  // @ts-expect-error the client does not answer that
  void session.ask("job_update", { status: "running" });
  return session.ask("tool_call_update", { thread_id: "t", tool_call_id: "c", name: "n", args: {} }, { timeout: 5 });
}

serveNodetool({
  async *runJob({ workflow_id }, session) {
    yield ["acknowledgement", { message: "started", job_id: session.id }];
    yield ["job_update", { status: "running", job_id: "j", workflow_id: workflow_id ?? null }];
    yield ["binary_update", { node_id: "n", output_name: "o", binary: new Uint8Array(1) }];
  },
  reconnectJob: ({ job_id }) => ({ message: "back", job_id }),
  getStatus: ({ job_id }) => (job_id === "" ? ["active_jobs", { active_jobs: [] }] : ["active_jobs", { active_jobs: [] }]),
  setMode() {},
  ping: () => undefined,
});
// @ts-expect-error several may answer: which one must be said
serveNodetool({ getStatus: () => ({ active_jobs: [] }) });
serveNodetool({
  // @ts-expect-error a job answers with no such message
  async *runJob() {
    yield ["pong", { ts: 1 }];
  },
});
