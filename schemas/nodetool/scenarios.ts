import { fromClient, fromServer, scenario } from "wirepact/define";

/** The flows that the document shows, frame by frame. */
const documented = [
  scenario("successful-workflow", { description: "A workflow runs to its end.", source: "nodetool.md:635" }, [
    fromClient({ command: "run_job", data: { workflow_id: "wf-123", params: { input: "test" } } }),
    fromServer({ type: "job_update", status: "running", job_id: "job-123", workflow_id: "wf-123" }),
    fromServer({ type: "node_update", node_id: "node-1", node_name: "Input", status: "running" }),
    fromServer({ type: "node_update", node_id: "node-1", node_name: "Input", status: "completed" }),
    fromServer({ type: "node_progress", node_id: "node-2", progress: 50, total: 100 }),
    fromServer({ type: "node_update", node_id: "node-2", node_name: "Process", status: "completed", result: {} }),
    fromServer({ type: "output_update", node_id: "node-3", output_name: "result", value: "...", output_type: "string" }),
    fromServer({ type: "job_update", status: "completed", job_id: "job-123", result: {} }),
  ]),
  scenario("failing-workflow", { description: "A node fails, and with it the job.", source: "nodetool.md:664" }, [
    fromClient({ command: "run_job", data: { workflow_id: "wf-456" } }),
    fromServer({ type: "job_update", status: "running", job_id: "job-456", workflow_id: "wf-456" }),
    fromServer({ type: "node_update", node_id: "node-1", node_name: "HF Model", status: "running" }),
    fromServer({
      type: "node_update",
      node_id: "node-1",
      node_name: "HF Model",
      status: "failed",
      error: "HuggingFace token not configured",
    }),
    fromServer({
      type: "job_update",
      status: "failed",
      job_id: "job-456",
      error: "HuggingFace token not configured",
      traceback: "...",
    }),
  ]),
  scenario("job-cancellation", { description: "The client cancels a job.", source: "nodetool.md:686" }, [
    fromClient({ command: "cancel_job", data: { job_id: "job-789" } }),
    fromServer({ type: "job_update", status: "cancelled", job_id: "job-789", message: "Job cancelled by user" }),
  ]),
  scenario("chat-with-streaming", { description: "A chat message is answered piece by piece.", source: "nodetool.md:696" }, [
    fromClient({
      command: "chat_message",
      data: { role: "user", content: "Explain quantum computing", thread_id: "thread-123" },
    }),
    fromServer({ type: "chunk", content: "Quantum", done: false }),
    fromServer({ type: "chunk", content: " computing", done: false }),
    fromServer({ type: "chunk", content: " is...", done: true }),
    fromServer({
      type: "message",
      role: "assistant",
      content: "Quantum computing is...",
      id: "msg-456",
      thread_id: "thread-123",
    }),
  ]),
  scenario("agent-task", { description: "An agent works on a task and calls a tool of the client.", source: "nodetool.md:714" }, [
    fromServer({ type: "task_update", task: {}, event: "task_created" }),
    fromServer({ type: "task_update", step: {}, event: "step_started" }),
    fromServer({ type: "tool_call_update", name: "search_web", args: { query: "..." }, tool_call_id: "tc-123" }),
    fromClient({ type: "tool_result", tool_call_id: "tc-123", result: {}, ok: true }),
    fromServer({ type: "task_update", step: {}, event: "step_completed" }),
    fromServer({ type: "task_update", task: {}, event: "task_completed" }),
  ]),
  scenario("error-without-node", { description: "Something fails outside of any node.", source: "nodetool.md:732" }, [
    fromServer({ type: "error", message: "Connection to provider failed: timeout" }),
  ]),
];

/** What the document tells without a flow. */
const described = [
  scenario("text-mode", { description: "The connection is switched to JSON.", source: "nodetool.md:29" }, [
    fromClient({ command: "set_mode", data: { mode: "text" } }),
    fromServer({ message: "Mode set to text" }),
  ]),
  scenario("job-status", { description: "The client asks for jobs; the one it names is unknown.", source: "nodetool.md:405" }, [
    fromClient({ command: "get_status", data: {} }),
    fromServer({ active_jobs: [] }),
    fromClient({ command: "get_status", data: { job_id: "job-0" } }),
    fromServer({ error: "Job not found", job_id: "job-0" }),
  ]),
  scenario(
    "streamed-input",
    { description: "A job is fed while it runs, is suspended, and goes on.", source: "nodetool.md:416" },
    [
      fromClient({ command: "run_job", data: { workflow_id: "wf-123" } }),
      fromServer({ message: "Job started", workflow_id: "wf-123" }),
      fromServer({ type: "job_update", status: "pending", job_id: "job-123", workflow_id: "wf-123" }),
      fromServer({ type: "job_update", status: "running", job_id: "job-123", workflow_id: "wf-123" }),
      fromClient({ command: "stream_input", data: { job_id: "job-123", input: "text", value: "chunk of data" } }),
      fromServer({ message: "Input item streamed", job_id: "job-123" }),
      fromServer({ type: "edge_update", workflow_id: "wf-123", edge_id: "edge-1", status: "active", counter: 1 }),
      fromClient({ command: "end_input_stream", data: { job_id: "job-123", input: "text" } }),
      fromServer({ message: "Input stream ended", job_id: "job-123" }),
      fromServer({ type: "job_update", status: "suspended", job_id: "job-123", workflow_id: "wf-123" }),
      fromClient({ command: "get_status", data: { job_id: "job-123" } }),
      fromServer({ status: "suspended", job_id: "job-123", workflow_id: "wf-123" }),
      fromServer({ type: "job_update", status: "running", job_id: "job-123", workflow_id: "wf-123" }),
      fromServer({ type: "job_update", status: "completed", job_id: "job-123", workflow_id: "wf-123", result: { text: "..." } }),
    ],
  ),
  scenario("reconnection", { description: "A job is followed again, and stopped.", source: "nodetool.md:378" }, [
    fromClient({ command: "get_status", data: {} }),
    fromServer({ active_jobs: [{ job_id: "job-123", workflow_id: "wf-123", status: "running" }] }),
    fromClient({ command: "reconnect_job", data: { job_id: "job-123", workflow_id: "wf-123" } }),
    fromServer({ message: "Reconnecting to job job-123", job_id: "job-123", workflow_id: "wf-123" }),
    fromServer({ type: "job_update", status: "running", job_id: "job-123", workflow_id: "wf-123" }),
    fromServer({ type: "node_update", node_id: "node-1", node_name: "Input", status: "completed", job_id: "job-123" }),
    fromClient({ command: "stop", data: { job_id: "job-123" } }),
    fromServer({ message: "Stop command processed", job_id: "job-123" }),
    fromServer({ type: "job_update", status: "cancelled", job_id: "job-123", workflow_id: "wf-123" }),
    fromClient({ command: "clear_models", data: {} }),
    fromServer({ message: "Unused models cleared" }),
  ]),
  scenario("client-tools", { description: "A chat calls a tool that the client registered.", source: "nodetool.md:541" }, [
    fromClient({
      type: "client_tools_manifest",
      tools: [
        {
          name: "select_file",
          description: "Prompt user to select a file",
          parameters: { type: "object", properties: { accept: { type: "string", description: "File type filter" } } },
        },
      ],
    }),
    fromClient({ command: "chat_message", data: { content: "Sum up a file of mine.", thread_id: "thread-123" } }),
    fromServer({ message: "Chat message processing started", thread_id: "thread-123" }),
    fromServer({
      type: "tool_call_update",
      thread_id: "thread-123",
      tool_call_id: "tc-124",
      name: "select_file",
      args: { accept: ".txt" },
    }),
    fromClient({ type: "tool_result", tool_call_id: "tc-124", result: {}, ok: false, error: "no file was selected" }),
    fromServer({ type: "error", message: "there is nothing to sum up", thread_id: "thread-123" }),
  ]),
  scenario("heartbeat", { description: "Both sides keep the connection alive.", source: "nodetool.md:523" }, [
    fromClient({ type: "ping" }),
    fromServer({ type: "pong", ts: 1703936000.123 }),
    fromServer({ type: "ping" }),
    fromClient({ type: "pong", ts: 1703936025.456 }),
  ]),
];

export const scenarios = [...documented, ...described];
