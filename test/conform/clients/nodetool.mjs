import { connectNodetool } from "@wirepact/nodetool/client";
import { all, failure, play } from "./play.mjs";

await play(connectNodetool, {
  "successful-workflow": (client) => all(client.runJob({ workflow_id: "mine" })),
  "failing-workflow": (client) => all(client.runJob({ workflow_id: "broken" })),
  "job-cancellation": async (client, next) => {
    const ended = next("job_update");
    await client.cancelJob({ job_id: "mine-1" });
    await ended;
  },
  "chat-with-streaming": (client) => all(client.chatMessage({ role: "user", content: "Hello", thread_id: "mine" })),
  "agent-task": async (client, next) => {
    const { tool_call_id } = await next("tool_call_update");
    const done = next("task_update");
    await client.toolResult({ tool_call_id, result: { path: "/tmp/one" }, ok: true });
    await done;
  },
  "error-without-node": (_client, next) => next("error"),
  "text-mode": (client) => client.setMode({ mode: "text" }),
  "job-status": async (client) => {
    await client.getStatus();
    await failure(client.getStatus({ job_id: "none" }));
  },
  "streamed-input": async (client, next) => {
    const edge = next("edge_update");
    const started = next("job_update");
    const job = client.runJob({ workflow_id: "mine" });
    const { job_id } = await started;
    await client.streamInput({ job_id, input: "text", value: "a bit" });
    await edge;
    await client.endInputStream({ job_id, input: "text" });
    await client.getStatus({ job_id });
    await all(job);
  },
  reconnection: async (client) => {
    const { value } = await client.getStatus();
    const [{ job_id, workflow_id }] = value.active_jobs;
    const job = client.reconnectJob({ job_id, workflow_id });
    await job.reply;
    await client.stop({ job_id });
    await all(job);
    await client.clearModels();
  },
  "client-tools": async (client, next) => {
    const called = next("tool_call_update");
    await client.clientToolsManifest({ tools: [{ name: "select_file", description: "Asks for a file", parameters: {} }] });
    const chat = client.chatMessage({ content: "Read one of mine", thread_id: "mine" });
    const { tool_call_id } = await called;
    await client.toolResult({ tool_call_id, result: {}, ok: false, error: "none" });
    await all(chat);
  },
  heartbeat: async (client, next) => {
    const asked = next("ping");
    await client.ping();
    await asked;
  },
});
