import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { Tried } from "../support/tryServer.ts";
import type { PanelFault } from "./panelFaults.ts";

/** A frame of a client that is an object. */
type Frame = Readonly<Record<string, unknown>>;

/** Milliseconds between what a panel says by itself: less than silence takes. */
const OFTEN = 5;

/** A panel of plain `ws`, which knows nothing of Wirepact, and does one thing wrong if it is told to. */
export async function startPanel(fault?: PanelFault, isChatty = false): Promise<Tried> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const stop = () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  server.on("connection", (socket) => {
    const connection = new Connection(socket, fault, stop);
    connection.greet();
    const chat = isChatty ? setInterval(() => connection.chat(), OFTEN) : undefined;
    socket.on("close", () => clearInterval(chat));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/panels/demo/ws`, stop };
}

class Connection {
  readonly #socket: WebSocket;
  readonly #fault: PanelFault | undefined;
  readonly #die: () => void;
  readonly #topics = new Set(["state", "events"]);
  #count = 0;

  constructor(socket: WebSocket, fault: PanelFault | undefined, die: () => void) {
    this.#socket = socket;
    this.#fault = fault;
    this.#die = die;
    socket.on("message", (data, isBinary) => this.#hear(String(data), isBinary));
  }

  greet(): void {
    const result = { stateMutations: [], events: [] };
    if (this.#has("sends RESULT before CONNECTED")) this.#send({ type: "RESULT", result });
    if (this.#has("sends no CONNECTED")) return;
    this.#send({ type: "CONNECTED", panelId: "demo", state: { count: 0 } });
    if (this.#has("sends CONNECTED twice")) this.#send({ type: "CONNECTED", panelId: "demo", state: {} });
    if (this.#has("sends a message of nobody")) this.#send({ type: "NEWS", text: "hello" });
    if (this.#has("sends a message of the client")) this.#send({ type: "TRIGGER", tool: "increment" });
    if (this.#has("sends what is no JSON")) this.#socket.send("{'type': 'CONNECTED'}");
  }

  /** Says what nobody asked for, and what is all right. */
  chat(): void {
    if (this.#topics.has("state")) this.#send({ type: "PATCH", mutations: [] });
  }

  #has(fault: PanelFault): boolean {
    return this.#fault === fault;
  }

  #send(frame: object): void {
    this.#socket.send(JSON.stringify(frame), { binary: this.#has("sends JSON as bytes") });
  }

  #fail(code: string, message: string, requestId?: unknown): void {
    const told = this.#has("has one code for all failures") ? "EXECUTION_ERROR" : code;
    this.#send({ type: "ERROR", code: told, message, ...(typeof requestId === "string" ? { requestId } : {}) });
  }

  #hear(text: string, isBinary: boolean): void {
    const frame = parse(text);
    if (frame === undefined || (isBinary && !this.#has("acts on JSON as bytes"))) return this.#refuseText();
    const type = frame["type"];
    if (type === "TRIGGER") return this.#trigger(frame);
    if (type === "SUBSCRIBE" || type === "UNSUBSCRIBE") return this.#subscribe(frame, type === "SUBSCRIBE");
    if (type === "PING") return this.#ping();
    this.#fail(this.#has("calls unknown messages invalid") ? "PARSE_ERROR" : "UNKNOWN_MESSAGE", "no such message");
  }

  #refuseText(): void {
    if (this.#has("closes with 1011 on what is no JSON")) return this.#socket.close(1011, "SyntaxError");
    this.#fail("PARSE_ERROR", "no JSON");
  }

  #refuse(requestId?: unknown): void {
    if (this.#has("dies of an invalid frame")) return this.#die();
    if (this.#has("drops the connection of an invalid frame")) return this.#socket.terminate();
    if (this.#has("changes the state beside its refusal")) this.chat();
    this.#fail("PARSE_ERROR", "breaks the schema", requestId);
    if (this.#has("acts after its refusal")) setTimeout(() => this.#change({}), OFTEN);
  }

  #ping(): void {
    if (this.#has("sends no PONG")) return;
    this.#send({ type: "PONG" });
    if (this.#has("answers PING twice")) this.#send({ type: "PONG" });
  }

  #subscribe({ topics }: Frame, isMore: boolean): void {
    if (!Array.isArray(topics) || topics.some((topic) => typeof topic !== "string")) {
      return this.#has("says nothing of invalid topics") ? undefined : this.#refuse();
    }
    for (const topic of topics) isMore ? this.#topics.add(topic) : this.#topics.delete(topic);
  }

  #trigger(frame: Frame): void {
    const { tool, args, requestId } = frame;
    const isValid = typeof tool === "string" && (requestId === undefined || typeof requestId === "string");
    if (!isValid && !this.#has("acts on an invalid frame")) return this.#refuse(requestId);
    if (this.#has("refuses unknown properties") && Object.keys(frame).some((key) => !KNOWN.has(key))) {
      return this.#refuse(requestId);
    }
    if (this.#has("never answers TRIGGER")) return;
    if (this.#has("answers TRIGGER with PONG")) return this.#send({ type: "PONG" });
    if (tool !== "increment" && isValid) return this.#fail("TOOL_NOT_FOUND", `no tool named ${tool}`, requestId);
    this.#count += Number((args as { readonly by?: unknown } | undefined)?.by ?? 1);
    this.#change(typeof requestId === "string" ? { requestId } : {});
  }

  #change(named: { readonly requestId?: string }): void {
    const op = this.#has("sends an unknown enum value") ? "move" : "set";
    const stateMutations = [{ op, key: "count", value: this.#count }];
    const event = { name: "counted", payload: { count: this.#count }, timestamp: Date.now() };
    const hears = (topic: string) => this.#topics.has(topic) || this.#has("sends PATCH to who has left");
    if (hears("state")) this.#send({ type: "PATCH", mutations: stateMutations });
    if (hears("events")) this.#send({ type: "EVENT", event });
    const result = this.#has("drops a required field") ? { stateMutations } : { stateMutations, events: [event] };
    this.#send({ type: "RESULT", ...this.#renamed(named), result });
    if (this.#has("answers TRIGGER twice")) this.#send({ type: "RESULT", ...named, result });
    if (this.#has("hangs up after RESULT")) this.#socket.close(1000);
  }

  #renamed(named: { readonly requestId?: string }): object {
    if (this.#has("forgets requestId")) return {};
    if (this.#has("sends null where it is not allowed")) return { requestId: null };
    if (this.#has("answers with another requestId")) return { requestId: "req-0" };
    return named;
  }
}

const KNOWN: ReadonlySet<string> = new Set(["type", "tool", "args", "requestId"]);

function parse(text: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // Whatever has no properties has no type either, and is told to be unknown.
    return Object(value) as Frame;
  } catch {
    return undefined;
  }
}
