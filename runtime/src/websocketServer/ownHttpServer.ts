import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Limits } from "../server/limits.ts";
import { addressOf, type ListenerAddress } from "../server/listener.ts";
import { pathOf } from "./upgradeRequest.ts";

/** The HTTP server of a listener that listens alone. */
export interface OwnHttpServer {
  readonly listen: (port: number, host: string | undefined, onUpgrade: OnUpgrade) => Promise<void>;
  readonly address: () => ListenerAddress | undefined;
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}

type OnUpgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Makes it when it is to listen. Requests that are no upgrade are told so; those that never end are ended. */
export function ownHttpServer(limits: Limits, takes: (path: string) => boolean): OwnHttpServer {
  let server: Server | undefined;
  let closed: Promise<void> = Promise.resolve();
  const stop = () => {
    const stopping = server;
    server = undefined;
    if (stopping === undefined) return;
    closed = new Promise((resolve) => stopping.close(() => resolve()));
    stopping.closeIdleConnections();
  };
  return {
    listen: async (port, host, onUpgrade) => {
      const made = createServer(timeouts(limits), (incoming, response) => {
        const status = takes(pathOf(incoming)) ? 426 : 404;
        response.writeHead(status, { Connection: "close", ...(status === 426 ? { Upgrade: "websocket" } : {}) }).end();
      });
      made.on("upgrade", onUpgrade);
      server = made;
      try {
        await listening(made, port, host);
      } catch (error) {
        server = undefined;
        throw error;
      }
    },
    address: () => addressOf(server),
    stop,
    close: () => {
      stop();
      return closed;
    },
  };
}

function timeouts({ handshake }: Limits) {
  const time = Number.isFinite(handshake) ? handshake : 0;
  return { headersTimeout: time, requestTimeout: time, connectionsCheckingInterval: Math.min(Math.max(time / 4, 100), 30_000) };
}

function listening(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
