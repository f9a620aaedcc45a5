import { connectNodetool, type NodetoolClient } from "@wirepact/nodetool/client";
import { client, type Encoding, framesFrom, type Step, server } from "../script.ts";
import type { Flow } from "./flow.ts";
import { PIXELS, startNodetool } from "./nodetoolServer.ts";

const manifest = { tools: [{ name: "choose_file", description: "Asks for a file", parameters: { type: "object" } }] };
const job = { job_id: "job-1", workflow_id: "wf-1" };
const { job_id } = job;
const params = { threshold: 0.5, seed: 4_294_967_296, name: "ünïcode ✓", tags: ["a", null, true] };
const call = { tool_call_id: "call-1", name: "choose_file", args: { kind: "image" }, job_id };
const result = { tool_call_id: "call-1", result: { path: "a.png" }, ok: true };
const thread_id = "thread-1";

/** A job from its start to its end, in either encoding: bytes are bytes in the one and base64 in the other. */
function jobSteps(as: Encoding): Step[] {
  const binary = as === "msgpack" ? PIXELS : Buffer.from(PIXELS).toString("base64");
  return [
    client({ command: "run_job", data: { workflow_id: "wf-1", params } }, as),
    server({ message: "Job started", ...job }, as),
    server({ type: "job_update", status: "running", ...job }, as),
    server({ type: "tool_call_update", ...call }, as),
    client({ type: "tool_result", ...result }, as),
    server({ type: "output_update", node_id: "n-1", output_name: "path", value: "a.png", output_type: "string", job_id }, as),
    server({ type: "binary_update", node_id: "n-1", output_name: "image", binary, job_id }, as),
    server({ type: "node_progress", node_id: "n-1", progress: 1, total: 3, job_id }, as),
    client({ command: "cancel_job", data: { job_id } }, as),
    server({ type: "job_update", status: "cancelled", ...job }, as),
    server({ message: "Job cancelled", job_id }, as),
  ];
}

/** A chat, and two questions, in either encoding. */
function chatSteps(as: Encoding): Step[] {
  return [
    client({ command: "chat_message", data: { thread_id, content: "Say hello", role: "user" } }, as),
    server({ message: "Message received", thread_id }, as),
    server({ type: "chunk", thread_id, content: "Hel", done: false }, as),
    server({ type: "chunk", thread_id, content: "lo ✓", done: true }, as),
    server({ type: "message", thread_id, role: "assistant", content: "Hello ✓" }, as),
    client({ command: "get_status", data: { job_id } }, as),
    server({ status: "cancelled", ...job }, as),
    client({ command: "get_status", data: {} }, as),
    server({ active_jobs: [] }, as),
    client({ type: "ping" }, as),
    server({ type: "pong", ts: 1_735_689_600.5 }, as),
  ];
}

const steps: readonly Step[] = [
  client({ type: "client_tools_manifest", ...manifest }, "msgpack"),
  ...jobSteps("msgpack"),
  ...chatSteps("msgpack"),
  client({ command: "set_mode", data: { mode: "text" } }, "msgpack"),
  server({ message: "Mode set to text" }, "json"),
  ...jobSteps("json"),
  ...chatSteps("json"),
  client({ command: "set_mode", data: { mode: "binary" } }, "json"),
  server({ message: "Mode set to binary" }, "msgpack"),
  client({ command: "get_status", data: {} }, "msgpack"),
  server({ active_jobs: [] }, "msgpack"),
];

/** Jobs, tools of the client and chats, in MessagePack, then in text, and back. */
export const nodetool: Flow = {
  protocol: "nodetool",
  path: "/ws",
  steps,
  unruly: [
    client({ command: "run_job", data: {} }, "msgpack"),
    server({ error: "workflow_id is required" }, "msgpack"),
    client({ command: "cancel_job", data: { job_id: 7 } }, "msgpack"),
    server({ error: "/data/job_id must be string", job_id: 7 }, "msgpack"),
    client({ type: "fly" }, "msgpack"),
    server({ error: '/type must be one of "ping", "pong", "client_tools_manifest", "tool_result"' }, "msgpack"),
    client({ type: "ping" }, "json"),
    server({ type: "pong", ts: 1_735_689_600.5 }, "msgpack"),
  ],
  heard: framesFrom(steps, "client").filter(isHandled).map(bodyOf),
  seen: framesFrom(steps, "server").map(withBytes),
  serve: startNodetool,

  async call(url, seen) {
    const connected = await connectNodetool(url, { reconnect: false });
    connected.on("tool_call_update", () => connected.toolResult(result));
    await connected.clientToolsManifest(manifest);
    await runJob(connected, seen);
    await chat(connected, seen);
    seen.push(await connected.setMode({ mode: "text" }));
    await runJob(connected, seen);
    await chat(connected, seen);
    seen.push(await connected.setMode({ mode: "binary" }));
    seen.push((await connected.getStatus()).value);
    await connected.close();
  },
};

async function runJob(connected: NodetoolClient, seen: unknown[]): Promise<void> {
  const stream = connected.runJob({ workflow_id: "wf-1", params });
  seen.push(await stream.reply);
  let cancelled: Promise<unknown> | undefined;
  for await (const { message, value } of stream) {
    seen.push(value);
    if (message === "node_progress") cancelled = connected.cancelJob({ job_id });
  }
  seen.push(await cancelled);
}

async function chat(connected: NodetoolClient, seen: unknown[]): Promise<void> {
  const answer = connected.chatMessage({ thread_id, content: "Say hello", role: "user" });
  seen.push(await answer.reply);
  for await (const { value } of answer) seen.push(value);
  seen.push((await connected.getStatus({ job_id })).value);
  seen.push((await connected.getStatus()).value);
  seen.push(await connected.ping());
}

/** Pings are answered with a time; nobody notes them. */
function isHandled(frame: unknown): boolean {
  return (frame as { type?: string }).type !== "ping";
}

/** What a handler is given: what stands in a command, or a control frame itself. */
function bodyOf(frame: unknown): unknown {
  const { data } = frame as { data?: unknown };
  return data ?? frame;
}

/** Whatever travelled, bytes are bytes to whoever reads them. */
function withBytes(frame: unknown): unknown {
  const { binary } = frame as { binary?: unknown };
  return binary === undefined ? frame : { ...(frame as object), binary: PIXELS };
}
