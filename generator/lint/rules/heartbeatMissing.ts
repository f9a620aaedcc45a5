import type { LintRule } from "../rule.ts";

/** A WebSocket shows that it lives. */
export const heartbeatMissing: LintRule = {
  level: "off",
  title: "A WebSocket protocol without a heartbeat",
  explanation:
    "A connection whose other end vanished looks like one on which nothing happens. A server's stub pings with WebSocket's own frames, but pages in a browser can neither send nor see those: a client notices nothing until it sends. Declare `heartbeat` with a message for the ping and one for the pong. Socket.IO has one of its own. Off unless asked for: many a protocol in use has none.",
  *check({ contract }) {
    if (contract.transport === "socketio" || contract.session.heartbeat !== null) return;
    yield { pointer: "/x-wirepact", text: "neither side can tell a silent peer from one that is gone; declare a heartbeat" };
  },
};
