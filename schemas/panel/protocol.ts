import { byType, errorMessage, heartbeat, jwtInQuery, protocol, reply, Type, topics, websocket } from "wirepact/define";
import { PING, SUBSCRIBE, TRIGGER, UNSUBSCRIBE } from "./client.ts";
import { notes } from "./notes.ts";
import { scenarios } from "./scenarios.ts";
import { CONNECTED, ERROR, EVENT, PATCH, PONG, RESULT } from "./server.ts";

export default protocol("panel", {
  title: "Panel",
  version: "1.0.0",
  description: "Live interaction with a panel: trigger its tools, follow its state and its events.",
  endpoint: websocket("/panels/{id}/ws", {
    port: 3001,
    parameters: { id: "The panel to connect to." },
    query: { token: Type.Optional(Type.String({ description: "JWT; required only where the server has authentication on." })) },
    refusals: [
      { status: 404, when: "the panel is unknown" },
      { status: 401, when: "authentication is on and the token is missing or invalid" },
    ],
    credentials: { token: jwtInQuery("token", "JWT in the query; the path is checked first, then the token.") },
  }),
  client: byType({ TRIGGER, SUBSCRIBE, UNSUBSCRIBE, PING }),
  server: byType({ CONNECTED, RESULT, PATCH, EVENT, PONG, ERROR }),
  opening: CONNECTED,
  replies: [reply(TRIGGER).with(RESULT).orError(ERROR).identifiedBy("requestId"), reply(PING).with(PONG)],
  topics: topics({
    subscribe: SUBSCRIBE,
    unsubscribe: UNSUBSCRIBE,
    field: "topics",
    topics: { state: { messages: [PATCH], initial: true }, events: { messages: [EVENT], initial: true } },
  }),
  heartbeat: heartbeat(PING, PONG, "client"),
  errors: errorMessage(ERROR, "message", {
    field: "code",
    unknown: "UNKNOWN_MESSAGE",
    invalid: "PARSE_ERROR",
    failed: "EXECUTION_ERROR",
    codes: {
      UNKNOWN_MESSAGE: "The frame's type is none that a client may send.",
      PARSE_ERROR: "The frame is no JSON, or breaks the schema of its type.",
      EXECUTION_ERROR: "The tool ran and failed; the message says how.",
      TOOL_NOT_FOUND: "The panel has no tool of that name.",
      PANEL_NOT_FOUND: "The panel went away after the connection was made.",
    },
  }),
  scenarios,
  notes,
});
