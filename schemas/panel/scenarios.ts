import { fromClient, fromServer, scenario } from "wirepact/define";

const mutations = [{ op: "set", key: "count", value: 1 }];
const event = { name: "counted", payload: { count: 1 }, timestamp: 1735689600000 };

export const scenarios = [
  scenario(
    "trigger",
    { description: "A client connects and triggers a tool that changes the state and emits an event.", source: "panel.md:91" },
    [
      fromServer({ type: "CONNECTED", panelId: "panel-1", state: { count: 0 } }),
      fromClient({ type: "TRIGGER", tool: "increment", args: { by: 1 }, requestId: "req-1" }),
      fromServer({ type: "PATCH", mutations }),
      fromServer({ type: "EVENT", event }),
      fromServer({
        type: "RESULT",
        requestId: "req-1",
        result: { status: "success", stateMutations: mutations, events: [event] },
      }),
      fromClient({ type: "SUBSCRIBE", topics: ["events"] }),
      fromClient({ type: "UNSUBSCRIBE", topics: ["events"] }),
      fromClient({ type: "PING" }),
      fromServer({ type: "PONG" }),
    ],
  ),
  scenario("heartbeat", { description: "The client keeps the connection alive.", source: "panel.md:270" }, [
    fromServer({ type: "CONNECTED", panelId: "panel-1", state: {} }),
    fromClient({ type: "PING" }),
    fromServer({ type: "PONG" }),
  ]),
  scenario("unknown-tool", { description: "A TRIGGER that names no tool of the panel.", source: "panel.md:320" }, [
    fromServer({ type: "CONNECTED", panelId: "panel-1", state: {} }),
    fromClient({ type: "TRIGGER", tool: "missing", requestId: "req-2" }),
    fromServer({ type: "ERROR", code: "TOOL_NOT_FOUND", message: "no tool named missing", requestId: "req-2" }),
  ]),
];
