import type { Contract } from "../model/contract.ts";

/** The libraries that stubs may need, and what of each: the same as of the runtime, which uses them. */
export const LIBRARIES = {
  "@msgpack/msgpack": "^3.1.0",
  "@noble/curves": "^2.0.0",
  "@noble/hashes": "^2.0.0",
  jose: "^6.0.0",
  "socket.io": "^4.8.0",
  "socket.io-client": "^4.8.0",
  ws: "^8.21.1",
} as const;

/** A library that stubs may need. */
export type Library = keyof typeof LIBRARIES;

/** A piece of the runtime that some stubs need, behind a door of its own because of the libraries that it uses. */
export interface Adapter {
  readonly exported: string;
  /** Subpath of the runtime. */
  readonly door: string;
  readonly libraries: readonly Library[];
}

const openWebSocket: Adapter = { exported: "openWebSocket", door: "websocket-client", libraries: ["ws"] };
const openWebSocketServer: Adapter = { exported: "openWebSocketServer", door: "websocket-server", libraries: ["ws"] };
const openSocketio: Adapter = { exported: "openSocketio", door: "socketio-client", libraries: ["socket.io-client"] };
const openSocketioServer: Adapter = { exported: "openSocketioServer", door: "socketio-server", libraries: ["socket.io"] };
const msgpack: Adapter = { exported: "msgpack", door: "msgpack", libraries: ["@msgpack/msgpack"] };
const jwtCheck: Adapter = { exported: "jwtCheck", door: "jwt", libraries: ["jose"] };
const eip191Check: Adapter = { exported: "eip191Check", door: "eip191", libraries: ["@noble/curves", "@noble/hashes"] };

/** The pieces that a contract's stubs are made of. */
export interface Adapters {
  readonly client: Adapter;
  readonly server: Adapter;
  readonly codec: Adapter | null;
  /** Checks the proof that comes with the request for a connection. */
  readonly upgradeCheck: Adapter | null;
  /** Checks the proof that comes with every frame. */
  readonly frameCheck: Adapter | null;
}

/** Chooses them by what the contract says of its transport, its encodings and its credentials. */
export function adaptersOf({ transport, encodings, endpoint }: Contract): Adapters {
  const isSocketio = transport === "socketio";
  const proves = (kind: string) => endpoint.credentials.some(({ descriptor }) => descriptor?.kind === kind);
  return {
    client: isSocketio ? openSocketio : openWebSocket,
    server: isSocketio ? openSocketioServer : openWebSocketServer,
    codec: encodings.binary === null || isSocketio ? null : msgpack,
    upgradeCheck: proves("jwt") ? jwtCheck : null,
    frameCheck: proves("eip191") ? eip191Check : null,
  };
}
