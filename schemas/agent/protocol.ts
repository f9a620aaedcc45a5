import { errorMessage, events, lifecycle, protocol, socketio, stream } from "wirepact/define";
import { query } from "./client.ts";
import { createSession } from "./http.ts";
import { connect, disconnect } from "./lifecycle.ts";
import { notes } from "./notes.ts";
import { scenarios } from "./scenarios.ts";
import { agent_event, connected, error, query_complete, session_memory, tool_count } from "./server.ts";

export default protocol("agent", {
  title: "Agent",
  version: "1.0.0",
  description: "Queries to an agent that makes its own tools: live progress, the answer, and the session's memory.",
  endpoint: socketio({ port: 5001 }),
  client: events({ query }),
  server: [
    events({ connected, tool_count, agent_event, query_complete, session_memory, error }),
    lifecycle({ connect, disconnect }),
  ],
  opening: connected,
  streams: [
    stream(query)
      .of(agent_event)
      .until(query_complete)
      .until(error)
      .followedBy(session_memory, tool_count)
      .matching("/data/session_id")
      .atMost(1),
  ],
  errors: errorMessage(error, "/data/message"),
  http: { createSession },
  scenarios,
  notes,
});
