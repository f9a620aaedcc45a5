import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "../../json.ts";

/** An HTTP server on a free port of this machine, which a transport is attached to. */
export interface HttpHost {
  readonly server: Server;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** What a protocol answers outside of its socket. */
export interface HttpAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: Json;
}

/** Starts one. */
export async function startHttp(answers: readonly HttpAnswer[]): Promise<HttpHost> {
  const server = createServer((request, response) => answer(answers, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens to a port, and so has the address of one.
  const { port } = server.address() as AddressInfo;
  return { server, port, close: () => closeAll(server) };
}

function answer(answers: readonly HttpAnswer[], { method, url }: IncomingMessage, response: ServerResponse): void {
  // A transport that is attached answers its own.
  if (response.headersSent || response.writableEnded) return;
  const found = answers.find((one) => one.method === method && one.path === url?.split("?")[0]);
  const [status, body] = found === undefined ? [404, null] : [found.status, found.body];
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function closeAll(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
