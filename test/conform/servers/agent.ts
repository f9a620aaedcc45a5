import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import type { Tried } from "../support/tryServer.ts";
import type { AgentFault } from "./agentFaults.ts";

/** An agent of plain `socket.io`, which knows nothing of Wirepact, and does one thing wrong if it is told to. */
export async function startAgent(fault?: AgentFault): Promise<Tried> {
  const http = createServer((request, response) => {
    const isAsked = request.method === "POST" && request.url === "/api/session";
    const body = fault === "gives a session without an id" ? {} : { session_id: "session-of-agent" };
    response.writeHead(isAsked ? 200 : 404, { "content-type": "application/json" });
    response.end(fault === "gives a session that is no JSON" ? "ok" : JSON.stringify(body));
  });
  const server = new Server(http);
  const stop = () => server.close();
  server.on("connection", (socket) => new Connection(socket, fault, stop).greet());
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop };
}

class Connection {
  readonly #socket: Socket;
  readonly #fault: AgentFault | undefined;
  readonly #die: () => unknown;

  constructor(socket: Socket, fault: AgentFault | undefined, die: () => unknown) {
    this.#socket = socket;
    this.#fault = fault;
    this.#die = die;
    socket.onAny((event: string, data: unknown) => this.#hear(event, data));
  }

  greet(): void {
    if (this.#has("sends an event before it greets")) this.#socket.emit("error", { message: "not ready" });
    if (!this.#has("does not greet, with no event connected")) this.#socket.emit("connected", { data: "Connected" });
    if (this.#has("greets twice")) this.#socket.emit("connected", { data: "Connected" });
    if (this.#has("sends progress that nobody asked for")) this.#tell("searching");
    if (this.#has("sends an event of nobody")) this.#socket.emit("news", {});
  }

  #has(fault: AgentFault): boolean {
    return this.#fault === fault;
  }

  #tell(event_type: string, data: object = {}): void {
    this.#socket.emit("agent_event", { event_type, data });
  }

  #hear(event: string, data: unknown): void {
    if (event !== "query") {
      if (this.#has("dies of an event of nobody")) this.#die();
      return this.#fail("no such event");
    }
    const { prompt, session_id } = Object(data) as { readonly prompt?: unknown; readonly session_id?: unknown };
    if (typeof prompt === "string" && typeof session_id === "string") return this.#query(prompt, session_id);
    if (this.#has("drops the transport of an invalid query")) return this.#socket.conn.close(true);
    if (this.#has("answers an invalid query")) return this.#tell("searching");
    this.#fail("no query");
  }

  #fail(message: string): void {
    this.#socket.emit("error", { message });
  }

  #query(prompt: string, session_id: string): void {
    this.#tell("searching");
    if (this.#has("sends an event_type of nobody")) this.#tell("thinking_aloud");
    if (this.#has("hangs up in the middle of a query")) return void this.#socket.disconnect();
    this.#tell("tool_found", { tool_name: "answer", similarity: this.#has("sends a similarity of more than one") ? 87 : 0.87 });
    if (this.#has("never ends a query")) return;
    this.#complete(prompt, session_id);
    this.#follow(session_id);
  }

  #complete(prompt: string, session_id: string): void {
    const metadata = this.#has("drops the metadata")
      ? {}
      : { metadata: { tool_name: "a", synthesized: false, tool_result: "42" } };
    const named = this.#has("completes a query of another session") ? "session-of-somebody" : session_id;
    const complete = { success: true, response: `To ${prompt}: 42`, ...metadata, session_id: named };
    const more = this.#has("sends two values in one event") ? [{ took: 3 }] : [];
    this.#socket.emit("query_complete", complete, ...more);
    if (this.#has("goes on after query_complete")) this.#tell("complete");
  }

  #follow(session_id: string): void {
    if (!this.#has("never sends session_memory")) this.#socket.emit("session_memory", { session_id, messages: [] });
    this.#socket.emit("tool_count", { count: 12 });
    if (this.#has("sends tool_count twice")) this.#socket.emit("tool_count", { count: 12 });
  }
}
