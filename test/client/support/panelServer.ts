import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

/** One connection of {@link PanelServer}: what came of the client, and what is sent to it. */
export interface PanelLine {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** The next frame of the client. */
  readonly next: () => Promise<unknown>;
}

/** A server of plain `ws` that greets as a panel does; a test says the rest. */
export class PanelServer {
  readonly #server: WebSocketServer;
  readonly #lines: PanelLine[] = [];
  readonly #waiting: ((line: PanelLine) => void)[] = [];

  private constructor(server: WebSocketServer) {
    this.#server = server;
    server.on("connection", (socket, request) => this.#take(socket, request));
  }

  /** Listens; port 0 is any that is free. */
  static async start(port = 0, refusal?: number): Promise<PanelServer> {
    const verifyClient = (_: unknown, answer: (ok: boolean, status?: number) => void) => answer(refusal === undefined, refusal);
    const server = new WebSocketServer({ port, host: "127.0.0.1", verifyClient, perMessageDeflate: true });
    const started = new PanelServer(server);
    await once(server, "listening");
    return started;
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("no port");
    return address.port;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** Connections that are open. */
  get alive(): number {
    return this.#server.clients.size;
  }

  /** The next connection. */
  line(): Promise<PanelLine> {
    const line = this.#lines.shift();
    return line === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(line);
  }

  /** Ends as a process that is killed: connections break, and the port is free. */
  async kill(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    const closed = once(this.#server, "close");
    this.#server.close();
    await closed;
  }

  #take(socket: WebSocket, request: IncomingMessage): void {
    const frames: unknown[] = [];
    const readers: ((frame: unknown) => void)[] = [];
    socket.on("message", (data) => {
      const frame: unknown = JSON.parse(String(data));
      const reader = readers.shift();
      if (reader === undefined) frames.push(frame);
      else reader(frame);
    });
    const next = () => (frames.length > 0 ? Promise.resolve(frames.shift()) : new Promise((resolve) => readers.push(resolve)));
    socket.send(JSON.stringify({ type: "CONNECTED", panelId: "p", state: {} }));
    const line = { socket, request, next };
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#lines.push(line);
    else waiting(line);
  }
}
