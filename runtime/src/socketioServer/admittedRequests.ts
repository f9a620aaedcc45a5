import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Admission, Door } from "../server/listener.ts";
import type { Engine } from "./createEngine.ts";
import { ENGINE_PATH } from "./createEngine.ts";
import { HttpRoutes } from "./httpRoutes.ts";
import { answerPreflight, isAllowedOrigin, shareWith } from "./origins.ts";
import { answerStatus, refuseUpgrade } from "./refuse.ts";
import { readTarget, type Target } from "./target.ts";

/**
 * All HTTP that reaches the server: origins first, then the contract's calls, then requests for connections, of which the server
 * core decides. Later requests of a connection name it by a secret that Engine.IO made, and need no decision.
 */
export class AdmittedRequests {
  readonly #door: Door;
  readonly #engine: Engine;
  readonly #routes: HttpRoutes;
  readonly #admissions = new WeakMap<IncomingMessage, Admission>();
  #stopped = false;

  constructor(door: Door, engine: Engine) {
    this.#door = door;
    this.#engine = engine;
    this.#routes = new HttpRoutes(door);
  }

  /** What was decided about the request that opened a connection. */
  admissionOf(request: IncomingMessage): Admission | undefined {
    return this.#admissions.get(request);
  }

  /** Refuses requests for connections from now on. */
  stop(): void {
    this.#stopped = true;
  }

  /** The paths that are this server's business. */
  get paths(): readonly string[] {
    return [ENGINE_PATH, ...this.#routes.paths];
  }

  /** Whether a request is this server's business. */
  owns(request: IncomingMessage): boolean {
    return this.ownsPath(readTarget(request).path);
  }

  ownsPath(path: string): boolean {
    return path === ENGINE_PATH || this.#routes.owns(path);
  }

  /** Answers a request that asks for no upgrade. */
  async handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = readTarget(request);
    if (!isAllowedOrigin(request, this.#door.origins)) return answerStatus(response, 403);
    shareWith(request, response, this.#door.origins);
    if (this.#routes.owns(target.path)) return this.#routes.answer(target.path, request, response);
    if (request.method === "OPTIONS") return answerPreflight(response, ["GET", "POST"]);
    const status = await this.#decide(target, request);
    if (status !== null) return answerStatus(response, status);
    if (!response.destroyed) this.#engine.handleRequest(request, response);
  }

  /** Answers a request that asks for a WebSocket. */
  async handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const target = readTarget(request);
    // Whoever leaves while the decision is made leaves an error on a socket that nobody else listens to yet.
    socket.on("error", IGNORE);
    if (target.path !== ENGINE_PATH) return refuseUpgrade(socket, 404);
    if (!isAllowedOrigin(request, this.#door.origins)) return refuseUpgrade(socket, 403);
    const status = await this.#decide(target, request);
    if (status !== null) return refuseUpgrade(socket, status);
    socket.off("error", IGNORE);
    if (!socket.destroyed) this.#engine.handleUpgrade(request, socket, head);
  }

  /** The status that refuses the request, or null. */
  async #decide({ query }: Target, request: IncomingMessage): Promise<number | null> {
    if ((query["sid"] ?? "") !== "") return null;
    if (this.#stopped) return 503;
    const { contract, admit } = this.#door;
    const remoteAddress = request.socket.remoteAddress ?? "";
    const admission = await admit({
      path: contract.endpoint.path,
      parameters: {},
      query,
      headers: request.headers,
      remoteAddress,
    });
    if (admission.kind === "status") return admission.status;
    this.#admissions.set(request, admission);
    return null;
  }
}

const IGNORE = () => undefined;
