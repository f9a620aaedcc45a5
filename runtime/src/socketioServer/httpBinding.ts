import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { addressOf, type Door, type HttpServer, type ListenerAddress } from "../server/listener.ts";
import { mustRefuse, share } from "../server/sharedUpgrades.ts";
import type { AdmittedRequests } from "./admittedRequests.ts";
import { timerSpan } from "./createEngine.ts";
import { answerStatus, refuseUpgrade } from "./refuse.ts";
import { readTarget } from "./target.ts";

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** Brings requests in: from a server of its own, or from one that somebody else keeps and shares. */
export class HttpBinding {
  readonly #door: Door;
  readonly #requests: AdmittedRequests;
  readonly #sockets = new Set<Socket>();
  #own: Server | undefined;
  #shared: HttpServer | undefined;
  readonly #undo: (() => void)[] = [];

  constructor(door: Door, requests: AdmittedRequests) {
    this.#door = door;
    this.#requests = requests;
  }

  /** Listens alone. */
  listen(port: number, host?: string): Promise<void> {
    const server = createServer({ headersTimeout: timerSpan(this.#door.limits.handshake) });
    server.on("connection", (socket) => this.#track(socket));
    server.on("request", (request, response) => this.#request(request, response));
    server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
    this.#own = server;
    return new Promise((resolve, reject) => {
      const failed = (error: unknown) => {
        this.#own = undefined;
        reject(error);
      };
      server.once("error", failed);
      server.listen(port, host, () => {
        server.off("error", failed);
        resolve();
      });
    });
  }

  /** Stands before the listeners that a server has, and takes only what is its own. */
  attach(server: HttpServer): void {
    const sharer = { paths: this.#requests.paths, takes: (path: string) => this.#requests.ownsPath(path) };
    const forget = share(server, sharer);
    // `HttpServer` is the part of node:http's server that the core names without its types.
    const before = server.listeners("request") as RequestListener[];
    for (const listener of before) server.off("request", listener);
    const onRequest: RequestListener = (request, response) => {
      if (this.#requests.owns(request)) return this.#request(request, response);
      for (const listener of before) listener.call(server, request, response);
    };
    const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const isOurs = this.#requests.owns(request) || mustRefuse(server, sharer, readTarget(request).path);
      if (isOurs) this.#upgrade(request, socket, head);
    };
    server.on("request", onRequest);
    server.on("upgrade", onUpgrade);
    this.#shared = server;
    this.#undo.push(() => {
      forget();
      server.off("request", onRequest);
      server.off("upgrade", onUpgrade);
      for (const listener of before) server.on("request", listener);
    });
  }

  /** Where it listens, itself or as part of the server that it is attached to. */
  address(): ListenerAddress | undefined {
    return addressOf(this.#own ?? this.#shared);
  }

  /** Takes no more connections. It goes on to listen: who polls needs new requests to hear what is in flight, and the end. */
  stop(): void {
    this.#requests.stop();
  }

  /** Lets go of everything; what a server of its own still holds is cut. */
  async close(): Promise<void> {
    this.stop();
    for (const step of this.#undo.splice(0)) step();
    const own = this.#own;
    this.#own = undefined;
    this.#shared = undefined;
    if (own?.listening !== true) return;
    const closed = new Promise((resolve) => own.once("close", resolve));
    own.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
  }

  #request(request: IncomingMessage, response: ServerResponse): void {
    if (this.#hasTooManyHeaders(request)) return answerStatus(response, 431);
    if (!this.#requests.owns(request)) return answerStatus(response, 404);
    this.#requests.handleRequest(request, response).catch((error: unknown) => {
      this.#door.report(error);
      response.destroy();
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#hasTooManyHeaders(request)) return refuseUpgrade(socket, 431);
    this.#requests.handleUpgrade(request, socket, head).catch((error: unknown) => {
      this.#door.report(error);
      socket.destroy();
    });
  }

  #hasTooManyHeaders({ rawHeaders }: IncomingMessage): boolean {
    return this.#own !== undefined && rawHeaders.length / 2 > this.#door.limits.headers;
  }
}
