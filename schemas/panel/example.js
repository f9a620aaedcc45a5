import { connectPanel } from "@wirepact/panel/client";
import { refusePanel, servePanel } from "@wirepact/panel/server";

// A panel with a state of its own: one tool changes it, and everybody who looks at the panel sees the change.
const state = { count: 0 };

const server = await servePanel({
  connected: (session) => ({ panelId: session.request.parameters.id, state }),
  trigger({ tool, args }, session) {
    if (tool !== "increment") throw refusePanel({ code: "TOOL_NOT_FOUND", message: `no tool named ${tool}` });
    state.count += args.by;
    const mutations = [{ op: "set", key: "count", value: state.count }];
    session.broadcast("PATCH", { mutations });
    return { result: { status: "success", stateMutations: mutations, events: [] } };
  },
}).listen(0);

const url = `ws://localhost:${server.port}/panels/demo/ws`;
const [ada, bob] = await Promise.all([connectPanel(url), connectPanel(url)]);
console.log("bob sees", bob.opening.state);

const patched = new Promise((resolve) => bob.on("PATCH", resolve));
const { result } = await ada.trigger({ tool: "increment", args: { by: 2 } });
console.log("ada did", result.stateMutations);
console.log("bob sees", (await patched).mutations);

await ada.trigger({ tool: "missing" }).catch((error) => console.log(error.code, error.reply.code));

await Promise.all([ada.close(), bob.close()]);
await server.close();
