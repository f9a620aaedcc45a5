import type { AgentEventData, Session } from "@wirepact/agent";
import { connectAgent } from "@wirepact/agent/client";
import { refuseAgent, serveAgent } from "@wirepact/agent/server";

export async function client(): Promise<Session> {
  const agent = await connectAgent("http://localhost:5001", { headers: { cookie: "c" } });
  agent.on("disconnect", (reason) => reason);
  agent.on("agent_event", (event: AgentEventData) => event.event_type);
  const stream = agent.query({ prompt: "p", session_id: "s" }, { timeout: 5 });
  const nothing: undefined = await stream.reply;
  for await (const { message, value } of stream) {
    if (message === "query_complete") value.response.toUpperCase();
    else if (message === "agent_event") value.event_type.toUpperCase();
    else value.message.toUpperCase();
    // @ts-expect-error a stream of queries has no such message
    if (message === "connected") break;
  }
  // @ts-expect-error a query names its session
  agent.query({ prompt: "p" });
  const session = await agent.createSession({ headers: { authorization: "Bearer t" } });
  // @ts-expect-error a session has an id, and nothing else
  session.id;
  await agent[Symbol.asyncDispose]();
  return nothing ?? session;
}

export const server = serveAgent({
  connected: async () => ({ data: "hello" }),
  createSession: () => ({ session_id: "s" }),
  async *query({ prompt, session_id }, session) {
    if (session.signal.aborted) throw refuseAgent({ message: prompt });
    yield ["agent_event", { event_type: "searching", data: {} }];
    const metadata = { tool_name: "t", synthesized: true, tool_result: "r" };
    yield ["query_complete", { success: true, response: prompt, metadata, session_id }];
    yield ["tool_count", { count: 1 }];
  },
});

// @ts-expect-error a session has an id
serveAgent({ connected: () => ({ data: "hello" }), createSession: () => ({}) });
serveAgent({
  connected: () => ({ data: "hello" }),
  // @ts-expect-error a stream gives messages of its own, with their fields
  async *query() {
    yield ["tool_count", { cuont: 1 }];
  },
});
