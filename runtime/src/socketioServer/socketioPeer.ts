import type { Socket } from "socket.io";
import { emitArguments, eventFrame } from "../eventFrame.ts";
import { EXPIRED } from "../server/closeCodes.ts";
import type { Admission, Door } from "../server/listener.ts";
import type { Peer, PeerHandlers } from "../server/peer.ts";
import type { OutgoingFrame } from "../wire.ts";
import type { AdmittedRequests } from "./admittedRequests.ts";
import { closeCode } from "./closeCodes.ts";
import { Connection } from "./connection.ts";
import type { Engine } from "./createEngine.ts";
import { readTarget } from "./target.ts";

/** Makes a peer of every socket that joins the contract's namespace. */
export function acceptSockets(door: Door, { io }: Engine, requests: AdmittedRequests): void {
  const connections = new WeakMap<object, Connection>();
  io.engine.on("connection", (conn: Socket["conn"]) => connections.set(conn, new Connection(conn, door.limits)));
  const namespace = io.of(door.contract.endpoint.path);
  namespace.use((socket, next) => {
    const admission = requests.admissionOf(socket.request);
    if (admission?.kind === "accepted") return next();
    const refusal = admission?.kind === "close" ? admission : { code: 1008, reason: "" };
    next(Object.assign(new Error(refusal.reason), { data: { code: refusal.code } }));
    // The refusal leaves in the next tick; the connection after it.
    process.nextTick(() => connections.get(socket.conn)?.close());
  });
  namespace.on("connection", (socket) => {
    const admission = requests.admissionOf(socket.request);
    const connection = connections.get(socket.conn);
    // Both were there when the middleware let the socket pass.
    if (admission?.kind === "accepted" && connection !== undefined) acceptSocket(door, socket, connection, admission);
  });
}

type Accepted = Extract<Admission, { kind: "accepted" }>;

function acceptSocket(door: Door, socket: Socket, connection: Connection, { user, until }: Accepted): void {
  const peer = new SocketioPeer(door, socket, connection);
  const handlers = door.accept(peer, user, until);
  peer.listen(handlers);
}

/** One Socket.IO connection, as the server core sees it. */
class SocketioPeer implements Peer {
  readonly request: Peer["request"];
  readonly #door: Door;
  readonly #socket: Socket;
  readonly #connection: Connection;
  #end: { readonly code: number; readonly reason: string } | undefined;

  constructor(door: Door, socket: Socket, connection: Connection) {
    const { query } = readTarget(socket.request);
    const { headers } = socket.request;
    const remoteAddress = socket.conn.remoteAddress;
    this.request = { path: door.contract.endpoint.path, parameters: {}, query, headers, remoteAddress };
    this.#door = door;
    this.#socket = socket;
    this.#connection = connection;
  }

  listen({ onFrame, onAlive, onClose }: PeerHandlers): void {
    this.#socket.onAny((event: unknown, ...values: unknown[]) => {
      this.#guarded(() => onFrame({ kind: "event", frame: eventFrame(event, values) }));
    });
    this.#connection.onAlive(() => this.#guarded(onAlive));
    this.#socket.on("disconnect", (reason) => {
      this.#connection.close();
      this.#guarded(() => onClose(this.#end ?? { code: closeCode(reason), reason }));
    });
  }

  readonly send = (frame: OutgoingFrame): void => {
    this.#guarded(() => {
      this.#socket.emit(...emitArguments(frame));
    });
  };

  readonly buffered = (): number => this.#connection.buffered();

  /**
   * Socket.IO has no close codes. Where a client should come back, the transport just ends, and clients of Socket.IO come back by
   * themselves; in all other cases they are told that the server wants them gone, and stay away.
   */
  readonly close = (code: number, reason: string): void => {
    this.#end ??= { code, reason };
    if (!COME_BACK.has(code)) this.#socket.disconnect(true);
    this.#connection.close();
  };

  readonly terminate = (): void => {
    this.#end ??= { code: 1006, reason: "" };
    this.#connection.terminate();
  };

  /** Socket.IO calls us from timers of its own: what escaped there would end the process. */
  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#door.report(error);
    }
  }
}

/** Going away, restart, try again later, ask again with fresh credentials. */
const COME_BACK: ReadonlySet<number> = new Set([1001, 1012, 1013, EXPIRED]);
