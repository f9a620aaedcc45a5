import { connectAgent } from "@wirepact/agent/client";
import { serveAgent } from "@wirepact/agent/server";

// An agent that makes a tool for whatever it is asked, and tells each step.
const steps = ["specification", "tests", "implementation", "verification", "registration"];

const server = await serveAgent({
  connected: () => ({ data: "Connected to agent" }),
  createSession: () => ({ session_id: crypto.randomUUID() }),
  async *query({ prompt, session_id }) {
    yield ["agent_event", { event_type: "searching", data: {} }];
    yield ["agent_event", { event_type: "entering_synthesis_mode", data: {} }];
    for (const step of steps) {
      yield ["agent_event", { event_type: "synthesis_step", data: { step, status: "complete" } }];
    }
    const metadata = { tool_name: "answer", synthesized: true, tool_result: "42" };
    yield ["query_complete", { success: true, response: `To "${prompt}": 42.`, metadata, session_id }];
    yield ["tool_count", { count: 1 }];
  },
}).listen(0);

const client = await connectAgent(`http://localhost:${server.port}`);
const counted = new Promise((resolve) => client.on("tool_count", resolve));

const { session_id } = await client.createSession();
for await (const { message, value } of client.query({ prompt: "What is the answer?", session_id })) {
  if (message === "agent_event" && value.event_type === "synthesis_step") console.log("made the", value.data.step);
  if (message === "query_complete") console.log(value.response);
}

console.log("tools:", (await counted).count);

await client.close();
await server.close();
