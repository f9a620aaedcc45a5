import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SessionFrame } from "../../generator/monitor/sessionMonitor.ts";
import { contractOf } from "./contractOf.ts";
import { client, judge, server } from "./edits.ts";

/** One legal conversation, with an id of its own. */
type Conversation = (id: string) => readonly SessionFrame[];

const PANEL: readonly Conversation[] = [
  (requestId) => [
    client({ type: "TRIGGER", tool: "t", requestId }),
    server({ type: "PATCH", mutations: [] }),
    server({ type: "RESULT", requestId, result: { stateMutations: [], events: [] } }),
  ],
  (requestId) => [
    client({ type: "TRIGGER", tool: "t", requestId }),
    server({ type: "ERROR", code: "TOOL_NOT_FOUND", message: "no", requestId }),
  ],
  () => [client({ type: "PING" }), server({ type: "PONG" })],
  () => [client({ type: "SUBSCRIBE", topics: ["state", "news"] })],
];

const timestamp = "2025-01-01T00:00:00Z";

const TERMINAL: readonly Conversation[] = [
  (sessionId) => [
    client({ type: "execute_code", code: "1", sessionId }),
    server({ type: "execution_result", success: true, output: "", timestamp, sessionId }),
    client({ type: "terminal_command", command: "ls", sessionId }),
    server({ type: "terminal_output", output: "", sessionId }),
  ],
  (sessionId) => [
    client({ type: "terminal_command", command: "ls", sessionId }),
    server({ type: "error", message: "no", sessionId }),
  ],
  (sessionId) => [
    client({ type: "save_file", filename: "a", content: "", sessionId }),
    client({ type: "execute_code", code: "1", sessionId }),
    server({ type: "save_result", success: true, filename: "a", sessionId }),
    server({ type: "execution_result", success: true, output: "", timestamp, sessionId }),
  ],
];

const update = (status: string, job_id: string) => server({ type: "job_update", status, job_id });

const NODETOOL: readonly Conversation[] = [
  (id) => [
    client({ command: "run_job", data: { workflow_id: "wf" } }),
    server({ message: "Job started", job_id: id }),
    update("pending", id),
    update("running", id),
    server({ type: "node_update", node_id: "n", node_name: "N", status: "running", job_id: id }),
    client({ command: "cancel_job", data: { job_id: id } }),
    server({ message: "Job cancellation requested", job_id: id }),
    update("cancelled", id),
  ],
  (id) => [client({ command: "run_job", data: { workflow_id: "wf" } }), update("running", id), update("completed", id)],
  (id) => [client({ command: "cancel_job", data: { job_id: id } }), update("cancelled", id)],
  (id) => [
    client({ command: "reconnect_job", data: { job_id: id } }),
    server({ message: "Reconnecting", job_id: id }),
    update("suspended", id),
    client({ command: "get_status", data: { job_id: id } }),
    server({ status: "suspended", job_id: id, workflow_id: "wf" }),
    update("running", id),
    update("failed", id),
  ],
  (id) => [
    client({ command: "get_status", data: { job_id: id } }),
    server({ error: "Job not found", job_id: id }),
    client({ command: "get_status", data: {} }),
    server({ active_jobs: [] }),
  ],
  (thread_id) => [
    client({ command: "chat_message", data: { thread_id, content: "hi" } }),
    server({ message: "Chat message processing started", thread_id }),
    server({ type: "chunk", content: "a", done: false, thread_id }),
    server({ type: "tool_call_update", name: "t", args: {}, tool_call_id: thread_id, thread_id }),
    client({ type: "tool_result", tool_call_id: thread_id, result: {}, ok: true }),
    server({ type: "message", role: "assistant", content: "b", thread_id }),
  ],
  () => [server({ type: "task_update", task: {}, event: "task_created" })],
  () => [server({ type: "ping" }), client({ type: "pong", ts: 1 })],
  () => [client({ type: "ping" }), server({ type: "pong", ts: 1 })],
];

describe("conversations with ids of their own stay legal, however they interleave:", () => {
  test.each<[string, readonly SessionFrame[], readonly Conversation[]]>([
    ["panel", [server({ type: "CONNECTED", panelId: "p", state: {} })], PANEL],
    ["terminal", [server({ type: "connection_established", message: "hi", timestamp })], TERMINAL],
    ["nodetool", [], NODETOOL],
  ])("%s", async (protocol, greeting, kinds) => {
    const contract = await contractOf(protocol);
    const sessions = fc.tuple(fc.array(fc.nat(kinds.length - 1), { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 60 }));
    const property = fc.property(sessions, ([chosen, turns]) => {
      const conversations = chosen.map((kind, index) => kinds[kind]?.(`id-${index}`) ?? []);
      expect(judge(contract, [...greeting, ...interleave(conversations, turns)])).toEqual([]);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

/** Takes the next frame of one conversation after another, as the turns say, until all are at their end. */
function interleave(conversations: readonly (readonly SessionFrame[])[], turns: readonly number[]): SessionFrame[] {
  const left = conversations.map((steps) => [...steps]);
  const said: SessionFrame[] = [];
  for (let turn = 0; left.some((steps) => steps.length > 0); turn++) {
    const open = left.filter((steps) => steps.length > 0);
    const next = open[(turns[turn] ?? 0) % open.length]?.shift();
    if (next !== undefined) said.push(next);
  }
  return said;
}
