import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type ServerOptions as SocketOptions, WebSocketServer } from "ws";
import type { Limits } from "../server/limits.ts";
import { addressOf, type Door, type HttpServer, type Listener } from "../server/listener.ts";
import type { UpgradeRequest } from "../server/peer.ts";
import { mustRefuse, type Sharer, share } from "../server/sharedUpgrades.ts";
import { ownHttpServer } from "./ownHttpServer.ts";
import { pathTemplate } from "./pathTemplate.ts";
import { refuseUpgrade } from "./refuseUpgrade.ts";
import { pathOf, upgradeRequest } from "./upgradeRequest.ts";
import { listenTo, webSocketPeer } from "./webSocketPeer.ts";
import { createWriteTurns } from "./writeTurns.ts";

/** Makes WebSocket connections for a server, over `ws`. */
export function openWebSocketServer(door: Door): Listener {
  const sockets = new WebSocketServer(socketOptions(door.limits));
  const match = pathTemplate(door.contract.endpoint.path);
  const takes = (path: string) => match(path) !== undefined;
  const own = ownHttpServer(door.limits, takes);
  const undo: (() => void)[] = [];
  let shared: HttpServer | undefined;
  const knock = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const parameters = match(pathOf(incoming));
    if (parameters === undefined) return false;
    enter(door, sockets, { incoming, socket, head }, upgradeRequest(incoming, parameters)).catch((error: unknown) => {
      // Somebody else at this HTTP server has answered the same request: whose connection it is, nobody can tell.
      door.report(error);
      socket.destroy();
    });
    return true;
  };
  return {
    listen: (port, host) =>
      own.listen(port, host, (incoming, socket, head) => {
        if (!knock(incoming, socket, head)) refuseUpgrade(quiet(socket), 404);
      }),
    attach: (server) => {
      undo.push(attachTo(server, { paths: [door.contract.endpoint.path], takes }, knock));
      shared = server;
    },
    address: () => own.address() ?? addressOf(shared),
    stop: () => {
      shared = undefined;
      for (const step of undo.splice(0)) step();
      own.stop();
    },
    close: () => own.close(),
  };
}

/** The three things that node:http hands over with an upgrade. */
interface Upgrade {
  readonly incoming: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

type Knock = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

function attachTo(server: HttpServer, sharer: Sharer, knock: Knock): () => void {
  const forget = share(server, sharer);
  const onUpgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (knock(incoming, socket, head)) return;
    if (mustRefuse(server, sharer, pathOf(incoming))) refuseUpgrade(quiet(socket), 404);
  };
  server.on("upgrade", onUpgrade);
  return () => {
    server.off("upgrade", onUpgrade);
    forget();
  };
}

async function enter(
  door: Door,
  sockets: WebSocketServer,
  { incoming, socket, head }: Upgrade,
  request: UpgradeRequest,
): Promise<void> {
  quiet(socket);
  if (incoming.rawHeaders.length / 2 > door.limits.headers) return refuseUpgrade(socket, 431);
  if (!isWelcome(door, incoming.headers.origin)) return refuseUpgrade(socket, 403);
  const admission = await door.admit(request);
  if (admission.kind === "status") return refuseUpgrade(socket, admission.status);
  sockets.handleUpgrade(incoming, socket, head, (accepted) => {
    // `ws` has answered what went wrong with a close of its own; that it did is told by `close`.
    accepted.on("error", () => undefined);
    const peer = webSocketPeer(accepted, request, createWriteTurns(socket, door.limits.outbound / 4));
    if (admission.kind === "close") peer.close(admission.code, admission.reason);
    else listenTo(accepted, door.accept(peer, admission.user, admission.until));
  });
}

/** Only browsers send an origin, and they cannot forge it. */
function isWelcome({ origins }: Door, origin: string | undefined): boolean {
  return origins === undefined || origin === undefined || origins.includes(origin);
}

/** A socket that breaks before it is a connection harms nobody. */
function quiet(socket: Duplex): Duplex {
  return socket.listenerCount("error") === 0 ? socket.on("error", () => socket.destroy()) : socket;
}

/** Compression is off: a kilobyte of it may stand for a gigabyte. Fragments, empty ones too, are counted by `ws` since 8.21.1: the peer range begins there. */
function socketOptions(limits: Limits): SocketOptions & { readonly maxFragments: number; readonly closeTimeout: number } {
  return {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: finite(limits.payload),
    maxFragments: finite(limits.fragments),
    closeTimeout: limits.closing,
  };
}

/** Zero is how `ws` says "without limit". */
function finite(limit: number): number {
  return Number.isFinite(limit) ? limit : 0;
}
