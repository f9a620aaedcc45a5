import * as agent from "@wirepact/agent";
import { openSocketioServer } from "../../runtime/src/codegen-v1/socketio-server.ts";
import { createServe } from "../../runtime/src/server/createServe.ts";
import type { ServerOptions } from "../../runtime/src/server/options.ts";
import type { Server } from "../../runtime/src/server/server.ts";
import { Mailbox } from "./mailbox.ts";
import { afterwards, stranger } from "./strangers.ts";

/** A server of the agent protocol, as its generated package will make it. */
export interface ServedAgent {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  readonly errors: unknown[];
}

/** A handler's methods, of which a test says those that it is about. */
export type AgentHandlers = Readonly<Record<string, (...given: never[]) => unknown>>;

const metadata = { tool_name: "t", synthesized: false, tool_result: "r" };

const HANDLERS = {
  connected: () => ({ data: "hello" }),
  query: ({ session_id, prompt }: { session_id: string; prompt: string }) => [
    "query_complete",
    { success: true, response: prompt, metadata, session_id },
  ],
  createSession: () => ({ session_id: "s-1" }),
};

/** Serves agent on a port of this machine, until the test is over. */
export async function serveAgent(handlers: AgentHandlers = {}, options: ServerOptions = {}): Promise<ServedAgent> {
  const { contract, parseClientMessage: parse, checkServerMessage: check } = agent;
  const errors: unknown[] = [];
  const serve = createServe({
    contract,
    parse,
    check,
    open: openSocketioServer,
    methods: { connected: "connected", query: "query" },
    http: [{ name: "createSession", method: "createSession" }],
  });
  const server = serve({ ...HANDLERS, ...handlers }, { onError: (error) => void errors.push(error), ...options });
  await server.listen(0, "127.0.0.1");
  afterwards(() => server.close({ deadline: 0 }));
  const port = server.address?.port ?? 0;
  return { server, port, url: `http://127.0.0.1:${port}`, errors };
}

/** A plain client past the opening message, and the events that it gets. */
export async function dialAgent({ url }: ServedAgent, options: object = {}) {
  const socket = stranger(url, options);
  const events = new Mailbox<unknown[]>();
  socket.onAny((...event: unknown[]) => events.put(event));
  socket.on("connect_error", (error) => events.put(["connect_error", error.message]));
  const [name] = await events.next();
  if (name !== "connected") throw new Error(`the first event was ${String(name)}`);
  return { socket, events };
}

/** Asks a query, and waits for its answer: the server lives. */
export async function answers(served: ServedAgent): Promise<unknown> {
  const { socket, events } = await dialAgent(served);
  socket.emit("query", { prompt: "alive?", session_id: "1" });
  const [name, data] = await events.next();
  socket.disconnect();
  return name === "query_complete" ? (data as { response: unknown }).response : name;
}
