import type { ConnectOptions, ServerOptions } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import { connectOptionsOf } from "./connectOptions.ts";
import { codeSpan } from "./markdown.ts";
import { serverOptionsOf } from "./serverOptions.ts";

/** What every client may be told; the compiler holds it complete. */
const CONNECT: Readonly<Record<keyof ConnectOptions, true>> = {
  headers: true,
  timeout: true,
  requestTimeout: true,
  reconnect: true,
  heartbeat: true,
  queue: true,
  maxPending: true,
  streamBuffer: true,
  maxPayload: true,
  signal: true,
  onError: true,
};

/** What every server may be told; the compiler holds it complete. */
const SERVE: Readonly<Record<keyof ServerOptions, true>> = {
  authenticate: true,
  exists: true,
  onOpen: true,
  onClose: true,
  onError: true,
  origins: true,
  limits: true,
  resources: true,
  broadcaster: true,
  clock: true,
};

/** The options of a contract's client, its own ones first, as Markdown. */
export function listConnectOptions(contract: Contract): string {
  return listed([...connectOptionsOf(contract), ...Object.keys(CONNECT)]);
}

/** The options of a contract's server, its own ones first, as Markdown. */
export function listServerOptions(contract: Contract): string {
  return listed([...serverOptionsOf(contract), ...Object.keys(SERVE)]);
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].map(codeSpan).join(", ");
}
