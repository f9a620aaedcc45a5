import { type AgentHandlers, type AgentServerOptions, refuseAgent, serveAgent } from "@wirepact/agent/server";
import { Server as IoServer } from "socket.io";
import type { Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import { Mailbox } from "../../socketio/mailbox.ts";
import { stranger } from "../../socketio/strangers.ts";
import { serving } from "./serving.ts";

/** What the document greets with. */
export const GREETING = { data: "Connected to agent" };
const metadata = { tool_name: "t", synthesized: false, tool_result: "" };
/** The end of a query. */
export const complete = (session_id: string) => ({ success: true, response: "42", metadata, session_id });

/** An agent that knows one answer. */
export const handlers: AgentHandlers = {
  connected: () => GREETING,
  createSession: () => ({ session_id: "s-1" }),
  async *query({ prompt, session_id }) {
    if (prompt === "fail") throw new Error("the password is hunter2");
    if (prompt === "refuse") throw refuseAgent({ message: "no model" });
    yield ["agent_event", { event_type: "searching", data: {} }];
    yield ["query_complete", complete(session_id)];
    yield ["session_memory", { session_id, messages: [] }];
    yield ["tool_count", { count: 1 }];
  },
};

/** Serves it. */
export function start(options: AgentServerOptions = {}, more: Partial<AgentHandlers> = {}): Promise<string> {
  return serving(serveAgent({ ...handlers, ...more }, { onError: () => undefined, ...options }));
}

/** A plain client, and the events that it gets. */
export function dial(host: string, options: object = {}): { readonly socket: Socket; readonly events: Mailbox<unknown[]> } {
  const socket = stranger(`http://${host}`, options);
  const events = new Mailbox<unknown[]>();
  socket.onAny((...event: unknown[]) => events.put(event));
  return { socket, events };
}

/** The next events. */
export async function take({ events }: ReturnType<typeof dial>, count: number): Promise<unknown[]> {
  const taken = [];
  for (let n = 0; n < count; n++) taken.push(await events.next());
  return taken;
}

/** A query. */
export const ask = (prompt: string, session_id = "s-1") => ({ prompt, session_id });
/** The names of events. */
export const names = (events: readonly unknown[]) => events.map((event) => (event as unknown[])[0]);

/** A server of plain `socket.io`, with its last client. */
export async function plainAgent() {
  const server = new IoServer();
  server.listen(0);
  onTestFinished(() => server.close());
  const heard = new Mailbox<unknown[]>();
  let last: { emit: (event: string, data: unknown) => unknown } = { emit: () => undefined };
  server.on("connection", (socket) => {
    last = socket;
    socket.onAny((...event: unknown[]) => heard.put(event));
    socket.emit("connected", GREETING);
  });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, heard, emit: (event: string, data: unknown) => void last.emit(event, data) };
}
