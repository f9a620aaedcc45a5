import type { ConnectOptions, ContractOptions } from "./options.ts";

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

const OF_CONTRACTS: Readonly<Record<keyof ContractOptions, true>> = { parameters: true, query: true, bearer: true, auth: true };

/** What every client may be told; the compiler holds it complete. */
export const CONNECT_OPTIONS: readonly string[] = Object.keys(CONNECT);

/** What clients may be told whose contract asks for it; the compiler holds it complete. */
export const CONTRACT_OPTIONS: readonly string[] = Object.keys(OF_CONTRACTS);
