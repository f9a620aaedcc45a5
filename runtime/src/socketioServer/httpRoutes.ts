import type { IncomingMessage, ServerResponse } from "node:http";
import type { Door, HttpRoute } from "../server/listener.ts";
import { answerPreflight } from "./origins.ts";
import { answerStatus } from "./refuse.ts";

/** Calls of the contracts known so far have no body; what comes all the same is read and thrown away, up to here. */
export const MAX_BODY = 64 * 1024;

/** Serves the contract's HTTP calls. */
export class HttpRoutes {
  readonly #byPath: ReadonlyMap<string, readonly HttpRoute[]>;

  constructor({ http }: Door) {
    const paths = new Set(http.map(({ call }) => call.path));
    this.#byPath = new Map([...paths].map((path) => [path, http.filter(({ call }) => call.path === path)]));
  }

  get paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  /** Whether the path is one of a call. */
  owns(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** Answers a request for a path that it owns: 405 for another method, 413 for a long body, 500 where the handler failed. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const routes = this.#byPath.get(path) ?? [];
    const methods = routes.map(({ call }) => call.method);
    const route = routes.find(({ call }) => call.method === request.method);
    if (request.method === "OPTIONS") return answerPreflight(response, methods);
    response.setHeader("allow", methods.join(", "));
    if (route === undefined) return answerStatus(response, 405);
    if (!(await readAway(request))) {
      response.setHeader("connection", "close");
      return answerStatus(response, 413);
    }
    await this.#call(route, response);
  }

  async #call({ call, answer }: HttpRoute, response: ServerResponse): Promise<void> {
    try {
      const text = JSON.stringify(await answer());
      if (response.destroyed) return;
      response.removeHeader("allow");
      response.writeHead(call.status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      response.end(text);
    } catch {
      // Whoever made the route has reported it already; the caller learns no more than that it failed.
      answerStatus(response, 500);
    }
  }
}

/** Reads a body and forgets it; false where it is too long, or breaks off. */
function readAway(request: IncomingMessage): Promise<boolean> {
  let length = 0;
  return new Promise((resolve) => {
    request.on("data", ({ length: more }: Buffer) => {
      length += more;
      if (length > MAX_BODY) resolve(false);
    });
    request.once("end", () => resolve(true));
    request.once("close", () => resolve(false));
  });
}
