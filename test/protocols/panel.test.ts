import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { testRules } from "../support/rules.ts";
import { shippedContract } from "../support/shipped.ts";

const event = { name: "counted", payload: null, timestamp: 1735689600000 };

/** The answer to a TRIGGER. */
function result(fields: object) {
  return { type: "RESULT", result: { stateMutations: [], events: [], ...fields } };
}

testRules("panel", createFrameReader(await shippedContract("panel")), {
  "TRIGGER requires its tool; args is anything, requestId an optional string": {
    from: "client",
    fine: [
      { type: "TRIGGER", tool: "increment" },
      ...[null, 0, "by one", [1], { by: 1 }].map((args) => ({ type: "TRIGGER", tool: "increment", args, requestId: "r" })),
    ],
    wrong: [
      [{ type: "TRIGGER", args: {} }, "/tool required"],
      [{ type: "TRIGGER", tool: "increment", requestId: 1 }, "/requestId type"],
      [{ type: "TRIGGER", tool: "increment", requestId: null }, "/requestId type"],
    ],
  },
  "topics are any strings": {
    from: "client",
    fine: [
      { type: "SUBSCRIBE", topics: [] },
      { type: "UNSUBSCRIBE", topics: ["state", "events", "a tool's own"] },
    ],
    wrong: [
      [{ type: "SUBSCRIBE" }, "/topics required"],
      [{ type: "SUBSCRIBE", topics: "state" }, "/topics type"],
      [{ type: "UNSUBSCRIBE", topics: ["state", 1] }, "/topics/1 type"],
    ],
  },
  "PING is sent by clients only": {
    from: "client",
    fine: [{ type: "PING" }],
    wrong: [[{ type: "PONG" }, "/type wrong-direction"]],
  },
  "PONG is sent by servers only": {
    from: "server",
    fine: [{ type: "PONG" }],
    wrong: [[{ type: "PING" }, "/type wrong-direction"]],
  },
  "CONNECTED has the panel and its whole state, any object": {
    from: "server",
    fine: [
      { type: "CONNECTED", panelId: "p", state: {} },
      { type: "CONNECTED", panelId: "p", state: { a: [1] } },
    ],
    wrong: [
      [{ type: "CONNECTED", state: {} }, "/panelId required"],
      [{ type: "CONNECTED", panelId: "p" }, "/state required"],
      [{ type: "CONNECTED", panelId: "p", state: null }, "/state type"],
      [{ type: "CONNECTED", panelId: "p", state: [] }, "/state type"],
    ],
  },
  "RESULT may echo the requestId": {
    from: "server",
    fine: [result({}), { ...result({}), requestId: "r" }],
    wrong: [
      [{ ...result({}), requestId: null }, "/requestId type"],
      [{ type: "RESULT", requestId: "r" }, "/result required"],
    ],
  },
  "of ExecutionResult only stateMutations and events are required": {
    from: "server",
    fine: [
      result({}),
      result({ status: "suspended", suspension: { suspensionId: "s", extensionName: "e", method: "m", args: null } }),
      result({ status: "error", error: { code: "E", message: "m", stack: [] }, metrics: { ms: 1 }, viewCommands: [{}] }),
      result({ status: "success", returnValue: null, more: true }),
    ],
    wrong: [
      [{ type: "RESULT", result: { events: [] } }, "/result/stateMutations required"],
      [{ type: "RESULT", result: { stateMutations: [] } }, "/result/events required"],
      [result({ status: "ok" }), "/result/status enum"],
      [result({ error: { code: "E" } }), "/result/error/message required"],
      [result({ suspension: { suspensionId: "s", extensionName: "e", args: {} } }), "/result/suspension/method required"],
      [result({ viewCommands: ["show"] }), "/result/viewCommands/0 type"],
      [result({ metrics: 1 }), "/result/metrics type"],
    ],
  },
  "StateMutation is { op: set or delete, key, value? }": {
    from: "server",
    fine: [
      { type: "PATCH", mutations: [] },
      { type: "PATCH", mutations: [{ op: "set", key: "a", value: null, by: "tool" }] },
      { type: "PATCH", mutations: [{ op: "delete", key: "a" }] },
    ],
    wrong: [
      [{ type: "PATCH" }, "/mutations required"],
      [{ type: "PATCH", mutations: [{ op: "merge", key: "a" }] }, "/mutations/0/op enum"],
      [{ type: "PATCH", mutations: [{ op: "delete" }] }, "/mutations/0/key required"],
      [result({ stateMutations: [{ op: "delete", key: 1 }] }), "/result/stateMutations/0/key type"],
    ],
  },
  "EmittedEvent is { name, payload, timestamp in milliseconds }": {
    from: "server",
    fine: [
      { type: "EVENT", event },
      { type: "EVENT", event: { ...event, payload: "any", source: "tool" } },
    ],
    wrong: [
      [{ type: "EVENT" }, "/event required"],
      [{ type: "EVENT", event: { ...event, timestamp: "2025-01-01T00:00:00Z" } }, "/event/timestamp type"],
      [{ type: "EVENT", event: { name: "counted", timestamp: 1 } }, "/event/payload required"],
      [result({ events: [{ name: "counted", payload: 1 }] }), "/result/events/0/timestamp required"],
    ],
  },
  "ERROR is { code, message }, its code open, with an optional requestId of our own": {
    from: "server",
    fine: [
      { type: "ERROR", code: "TOOL_NOT_FOUND", message: "m" },
      { type: "ERROR", code: "QUOTA_EXCEEDED", message: "m", requestId: "r" },
    ],
    wrong: [
      [{ type: "ERROR", message: "m" }, "/code required"],
      [{ type: "ERROR", code: 404, message: "m" }, "/code type"],
      [{ type: "ERROR", code: "PARSE_ERROR" }, "/message required"],
      [{ type: "ERROR", code: "PARSE_ERROR", message: "m", requestId: 7 }, "/requestId type"],
    ],
  },
});
