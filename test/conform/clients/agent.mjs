import { connectAgent } from "@wirepact/agent/client";
import { all, play } from "./play.mjs";

async function query(client, next) {
  const after = Promise.all([next("session_memory"), next("tool_count")]);
  const { session_id } = await client.createSession();
  await all(client.query({ prompt: "How many are there?", session_id }));
  await after;
}

await play(connectAgent, { query, synthesis: query, error: query, client: query });
