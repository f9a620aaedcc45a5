import { connectPanel } from "@wirepact/panel/client";
import { refusePanel, servePanel } from "@wirepact/panel/server";
import { client, framesFrom, type Step, server } from "../script.ts";
import { type Flow, refusalOf } from "./flow.ts";

const TIME = 1_735_689_600_000;

/** One run of the tool that counts: what is asked, and what everybody who listens hears of it. */
function increment(requestId: string, count: number, isPatched = true): Step[] {
  const mutations = [{ op: "set", key: "count", value: count }];
  const event = { name: "counted", payload: { count }, timestamp: TIME };
  return [
    client({ type: "TRIGGER", tool: "increment", args: { by: 2 }, requestId }),
    ...(isPatched ? [server({ type: "PATCH", mutations })] : []),
    server({ type: "EVENT", event }),
    server({ type: "RESULT", requestId, result: { status: "success", stateMutations: mutations, events: [event] } }),
  ];
}

const steps: readonly Step[] = [
  server({ type: "CONNECTED", panelId: "panel-1", state: { count: 0 } }),
  ...increment("r-1", 2),
  client({ type: "TRIGGER", tool: "missing", requestId: "r-2" }),
  server({ type: "ERROR", code: "TOOL_NOT_FOUND", message: "no tool named missing", requestId: "r-2" }),
  client({ type: "UNSUBSCRIBE", topics: ["state"] }),
  ...increment("r-3", 4, false),
  client({ type: "SUBSCRIBE", topics: ["state"] }),
  ...increment("r-4", 6),
  client({ type: "PING" }),
  server({ type: "PONG" }),
];

/** A panel that counts, tells who listens, and lets clients leave and join what they listen to. */
export const panel: Flow = {
  protocol: "panel",
  path: "/panels/panel-1/ws",
  steps,
  unruly: [
    client({ type: "JUMP" }),
    server({
      type: "ERROR",
      code: "UNKNOWN_MESSAGE",
      message: '/type must be one of "TRIGGER", "SUBSCRIBE", "UNSUBSCRIBE", "PING"',
    }),
    client({ type: "TRIGGER", args: {}, requestId: "r-5" }),
    server({ type: "ERROR", code: "PARSE_ERROR", message: "tool is required", requestId: "r-5" }),
    client({ type: "PING" }),
    server({ type: "PONG" }),
  ],
  heard: [...framesFrom(steps, "client"), { type: "PING" }],
  seen: framesFrom(steps, "server"),

  serve(heard) {
    const state = { count: 0 };
    return servePanel({
      connected: ({ request }) => ({ panelId: request.parameters["id"] ?? "", state }),
      trigger(message, session) {
        heard.push(message);
        if (message.tool !== "increment") {
          throw refusePanel({ code: "TOOL_NOT_FOUND", message: `no tool named ${message.tool}` });
        }
        state.count += 2;
        const mutations = [{ op: "set" as const, key: "count", value: state.count }];
        const event = { name: "counted", payload: { count: state.count }, timestamp: TIME };
        session.broadcast("PATCH", { mutations });
        session.broadcast("EVENT", { event });
        return { result: { status: "success", stateMutations: mutations, events: [event] } };
      },
      subscribe: (message) => void heard.push(message),
      unsubscribe: (message) => void heard.push(message),
      ping: (message) => void heard.push(message),
    }).listen(0, "127.0.0.1");
  },

  async call(url, seen) {
    const connected = await connectPanel(url, { reconnect: false });
    seen.push(connected.opening);
    connected.on("PATCH", (patch) => seen.push(patch));
    connected.on("EVENT", (event) => seen.push(event));
    const increment = (requestId: string) => connected.trigger({ tool: "increment", args: { by: 2 }, requestId });
    seen.push(await increment("r-1"));
    seen.push(await refusalOf(connected.trigger({ tool: "missing", requestId: "r-2" })));
    await connected.unsubscribe({ topics: ["state"] });
    seen.push(await increment("r-3"));
    await connected.subscribe({ topics: ["state"] });
    seen.push(await increment("r-4"));
    seen.push(await connected.ping());
    await connected.close();
  },
};
