import type { Connected, Patch, Result } from "@wirepact/panel";
import { connectPanel, type PanelClient, type PanelConnectOptions, WirepactError } from "@wirepact/panel/client";
import { type PanelHandlers, type PanelServer, type PanelSession, refusePanel, servePanel } from "@wirepact/panel/server";

export async function client(url: URL): Promise<Result> {
  const options: PanelConnectOptions = { parameters: { id: "p" }, query: { token: async () => "t" }, reconnect: { attempts: 3 } };
  const panel: PanelClient = await connectPanel(url, options);
  const opening: Connected = panel.opening;
  const stop: () => void = panel.on("PATCH", (patch: Patch) => patch.mutations.at(0)?.key.toUpperCase());
  stop();
  panel.onUnknown((_frame, error) => error.issues.length);
  await panel.subscribe({ topics: [opening.panelId] });
  await panel.ping({ timeout: 5 });
  // @ts-expect-error TRIGGER names its tool
  panel.trigger({ args: {} });
  // @ts-expect-error TRIGGER has no such field
  panel.trigger({ tool: "t", tol: "t" });
  // @ts-expect-error the constant is the stub's
  panel.trigger({ type: "TRIGGER", tool: "t" });
  // @ts-expect-error the server sends no such message
  panel.on("PATSCH", () => {});
  // @ts-expect-error there is no such message
  panel.trigge({ tool: "t" });
  // @ts-expect-error nothing is given with a ping
  panel.ping({ tool: "t" });
  // @ts-expect-error the path has one parameter
  await connectPanel(url, { parameters: { room: "p" } });
  // @ts-expect-error nobody waits for an answer, so there is nothing to time out
  panel.unsubscribe({ topics: [] }, { timeout: 5 });
  await panel.close();
  return panel.trigger({ tool: "t" }, { signal: AbortSignal.timeout(5) });
}

const result = { stateMutations: [], events: [] };

export const whole: PanelHandlers = {
  connected: ({ request }) => ({ panelId: request.parameters["id"] ?? "", state: {} }),
  trigger: async ({ tool, args: _args }, session) => {
    if (tool === "") throw refusePanel({ code: "TOOL_NOT_FOUND", message: tool });
    session.broadcast("PATCH", { mutations: [{ op: "set", key: "k", value: 1 }] });
    const sent: boolean = session.send("EVENT", { event: { name: "n", payload: 1, timestamp: 1 } });
    // @ts-expect-error the server sends no such message
    session.send("TRIGGER", { tool });
    // @ts-expect-error a PATCH has mutations
    session.send("PATCH", {});
    return { result: { ...result, returnValue: sent } };
  },
};

interface Account {
  readonly name: string;
}

export const server: PanelServer<Account> = servePanel(
  {
    connected: (session: PanelSession<Account>) => ({ panelId: session.user.name, state: {} }),
    trigger: () => Promise.resolve({ result }),
    subscribe: ({ topics }, session) => void (topics.length + session.topics.size),
  },
  {
    authenticate: ({ query }) => ({ name: query["token"] ?? "" }),
    exists: ({ parameters }) => parameters["id"] === "p",
    onClose: (session, { code }) => console.log(session.user.name, code),
    jwt: { secret: "0".repeat(32), issuer: "me" },
    limits: { payload: 1000 },
  },
);

// What the hook gives is the user that handlers see.
servePanel(
  { connected: ({ user }) => ({ panelId: user.name, state: {} }) },
  { authenticate: (): Account => ({ name: "ada" }), onOpen: ({ user }) => user.name },
);

export async function listen(): Promise<number | undefined> {
  const listening = await server.listen(0);
  listening.broadcast("PATCH", { mutations: [] }, { parameters: { id: "p" } });
  for (const session of listening.sessions) session.close(1000, session.user.name);
  await listening.close({ deadline: 5 });
  return listening.port;
}

// @ts-expect-error there is no connection without CONNECTED
servePanel({ trigger: () => ({ result }) });
// @ts-expect-error CONNECTED names its panel
servePanel({ connected: () => ({ state: {} }) });
// @ts-expect-error RESULT has a result
servePanel({ connected: () => ({ panelId: "p", state: {} }), trigger: () => ({ events: [] }) });
// @ts-expect-error no message is handled by that name
servePanel({ connected: () => ({ panelId: "p", state: {} }), triggr: () => ({ result }) });
// @ts-expect-error whoever has all handlers has this one
export const lacking: PanelHandlers = { connected: () => ({ panelId: "p", state: {} }) };
// @ts-expect-error ERROR has a code
refusePanel({ message: "no" });

export function told(error: unknown): string {
  return error instanceof WirepactError && error.code === "rejected" ? String(error.reply) : "";
}
