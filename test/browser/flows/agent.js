import { connectAgent } from "@wirepact/agent/client";

/** A session over HTTP, and a query that is answered step by step. */
window.flow = async (url) => {
  const client = await connectAgent(url);
  const { session_id } = await client.createSession();
  const seen = [];
  for await (const { message, value } of client.query({ prompt: "What is the answer?", session_id })) {
    seen.push(message === "agent_event" ? value.event_type : value.response);
  }
  await client.close();
  return { session_id, seen };
};
