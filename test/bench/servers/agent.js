import { serveAgent } from "@wirepact/agent/server";
import { obey } from "./obey.js";

/** Ours, over Socket.IO. */
const limits = { rate: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };
const metadata = { tool_name: "bench", synthesized: false, tool_result: "" };
const server = await serveAgent(
  {
    connected: () => ({ data: "Connected" }),
    createSession: () => ({ session_id: "bench" }),
    async *query({ prompt, session_id }) {
      yield ["query_complete", { success: true, response: prompt, metadata, session_id }];
    },
  },
  { limits },
).listen(0);

obey(server.port, () => server.broadcast("tool_count", { count: 1 }));
