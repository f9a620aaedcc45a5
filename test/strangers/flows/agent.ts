import { connectAgent } from "@wirepact/agent/client";
import { refuseAgent, serveAgent } from "@wirepact/agent/server";
import { framesFrom, type Step } from "../script.ts";
import type { Flow } from "./flow.ts";

const session_id = "session-1";
const created_at = "2024-01-01T00:00:00Z";
const prompt = "Calculate average sales from ünïcode.csv";
const metadata = { tool_name: "average", synthesized: true, tool_result: "42.5" };
const messages = [
  { role: "user" as const, content: prompt, message_index: 0, created_at },
  { role: "assistant" as const, content: "It is 42.5.", message_index: 1, created_at },
];

function emits(from: Step["from"], event: string, data: object): Step {
  return { from, frame: { event, data } };
}

function progress(event_type: string, data: object = {}): Step {
  return emits("server", "agent_event", { event_type, data });
}

const steps: readonly Step[] = [
  emits("server", "connected", { data: "Connected to agent" }),
  emits("client", "query", { prompt, session_id }),
  progress("searching"),
  progress("no_tool_found"),
  progress("entering_synthesis_mode"),
  progress("synthesis_step", { step: "tests", status: "in_progress" }),
  progress("synthesis_step", { step: "tests", status: "failed", error: "no such file" }),
  progress("tool_found", { tool_name: "average", similarity: 0.87 }),
  progress("execution_complete", { result: "42.5" }),
  emits("server", "query_complete", { success: true, response: "It is 42.5.", metadata, session_id }),
  emits("server", "session_memory", { session_id, messages }),
  emits("server", "tool_count", { count: 1 }),
  emits("client", "query", { prompt: "fail", session_id }),
  progress("searching"),
  emits("server", "error", { message: "cannot do that" }),
];

/** A session over HTTP, a query that is answered step by step, and one that fails. */
export const agent: Flow = {
  protocol: "agent",
  path: "",
  steps,
  unruly: [
    emits("client", "query", { prompt: 7, session_id }),
    emits("server", "error", { message: "/data/prompt must be string" }),
    emits("client", "dance", { session_id }),
    emits("server", "error", { message: '/event must be one of "query"' }),
  ],
  heard: framesFrom(steps, "client").map(dataOf),
  seen: framesFrom(steps, "server").map(dataOf),

  serve: (heard) =>
    serveAgent({
      connected: () => ({ data: "Connected to agent" }),
      createSession: () => ({ session_id }),
      async *query(message) {
        heard.push(message);
        yield ["agent_event", { event_type: "searching", data: {} }];
        if (message.prompt === "fail") throw refuseAgent({ message: "cannot do that" });
        yield ["agent_event", { event_type: "no_tool_found", data: {} }];
        yield ["agent_event", { event_type: "entering_synthesis_mode", data: {} }];
        yield ["agent_event", { event_type: "synthesis_step", data: { step: "tests", status: "in_progress" } }];
        const failed = { step: "tests" as const, status: "failed" as const, error: "no such file" };
        yield ["agent_event", { event_type: "synthesis_step", data: failed }];
        yield ["agent_event", { event_type: "tool_found", data: { tool_name: "average", similarity: 0.87 } }];
        yield ["agent_event", { event_type: "execution_complete", data: { result: "42.5" } }];
        yield ["query_complete", { success: true, response: "It is 42.5.", metadata, session_id: message.session_id }];
        yield ["session_memory", { session_id: message.session_id, messages }];
        yield ["tool_count", { count: 1 }];
      },
    }).listen(0, "127.0.0.1"),

  async call(url, seen) {
    const connected = await connectAgent(url, { reconnect: false });
    seen.push(connected.opening);
    const session = await connected.createSession();
    // Handlers hear a message when it arrives, and the loop when it gets round to it.
    const memory = new Promise((resolve) => connected.on("session_memory", resolve));
    const count = new Promise((resolve) => connected.on("tool_count", resolve));
    for await (const { value } of connected.query({ prompt, session_id: session.session_id })) seen.push(value);
    seen.push(await memory, await count);
    for await (const { value } of connected.query({ prompt: "fail", session_id: session.session_id })) seen.push(value);
    await connected.close();
  },
};

function dataOf(frame: unknown): unknown {
  return (frame as { data: unknown }).data;
}
