import type { ProtocolDescriptor } from "@wirepact/runtime";
import type { Contract } from "../../../generator/model/contract.ts";
import { ROOT } from "../../support/protocols.ts";
import type { Flow } from "./flow.ts";
import { tapSocketio } from "./socketioTap.ts";
import type { Seen, Trail } from "./trail.ts";
import { type Tap, tapWebSocket } from "./websocketTap.ts";

/** A session of any protocol, as far as a script needs it. */
export interface AnySession {
  readonly send: (name: string, fields: unknown) => boolean;
  readonly broadcast: (name: string, fields: unknown) => void;
  readonly ask: (name: string, fields: unknown) => Promise<unknown>;
}

/** A handler of any protocol. */
export type AnyHandler = (body: unknown, session: AnySession) => unknown;

/** A server of any protocol. */
export interface AnyServer {
  readonly listen: (port: number, host: string) => Promise<{ readonly port: number }>;
  readonly close: (options?: object) => Promise<void>;
}

/** A client of any protocol: its methods, and what all have. */
export type AnyClient = Readonly<Record<string, (fields: unknown) => unknown>> & {
  readonly opening: unknown;
  readonly on: (name: string, handler: (body: unknown) => void) => () => void;
  readonly onUnknown: (handler: (frame: unknown) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Both generated stubs of one protocol, and what stands between them. */
export interface Cast {
  readonly contract: Contract;
  /** The contract as the generated package hands it to the runtime. */
  readonly descriptor: ProtocolDescriptor;
  readonly serve: (handlers: object, options: object) => AnyServer;
  readonly connect: (url: string, options: object) => Promise<AnyClient>;
  readonly refuse: (fields: unknown) => Error;
  readonly tap: (port: number, passed: Trail<Seen>) => Promise<Tap>;
  readonly addressOf: (port: number) => string;
  /** What a protocol needs beside its flow. */
  readonly serverOptions: object;
  readonly clientOptions: (flow: Flow) => object;
}

/** Where a client of each protocol goes, by its document. */
const ADDRESSES: Readonly<Record<string, (port: number) => string>> = {
  agent: (port) => `http://127.0.0.1:${port}`,
  flowork: (port) => `ws://127.0.0.1:${port}/`,
  nodetool: (port) => `ws://127.0.0.1:${port}/ws`,
  panel: (port) => `ws://127.0.0.1:${port}/panels/panel-1/ws`,
  terminal: (port) => `ws://127.0.0.1:${port}/ws`,
};

/** Loads the generated package of a protocol. */
export async function castOf(contract: Contract): Promise<Cast> {
  const { protocol, stubs } = contract;
  const folder = `${ROOT}generated/${protocol}/`;
  const [entry, client, server] = await Promise.all(["index", "client", "server"].map((name) => import(`${folder}${name}.js`)));
  const isFlowork = protocol === "flowork";
  return {
    contract,
    descriptor: entry.contract,
    serve: server[stubs.serve],
    refuse: server[stubs.refuse],
    connect: client[stubs.connect],
    tap: contract.transport === "socketio" ? tapSocketio : tapWebSocket,
    addressOf: ADDRESSES[protocol] ?? (() => ""),
    serverOptions: isFlowork ? { engineId: "engine-1" } : {},
    clientOptions: (flow) => (isFlowork ? { query: { engineId: "engine-1" }, auth: authIn(flow) } : {}),
  };
}

/** The signature that a flow's own frames carry, so that they can be equal. */
function authIn({ steps }: Flow): unknown {
  const [first] = steps.filter(({ from }) => from === "client");
  return first === undefined ? { address: "", message: "", signature: "" } : (first.frame as { readonly auth: unknown }).auth;
}
