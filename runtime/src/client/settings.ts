import type { ConnectOptions, ContractOptions } from "./options.ts";

/** Attempts at a lost connection, complete. */
export interface ReconnectSettings {
  readonly attempts: number;
  readonly initialDelay: number;
  readonly maxDelay: number;
}

/** Options with every default filled in. */
export interface Settings {
  readonly timeout: number;
  readonly requestTimeout: number;
  readonly reconnect: ReconnectSettings | undefined;
  readonly heartbeat: { readonly interval: number; readonly deadline: number } | undefined;
  readonly queue: { readonly messages: number; readonly bytes: number };
  readonly maxPending: number;
  readonly streamBuffer: number;
  readonly maxPayload: number;
}

/** All that `connect` may be told, whatever the contract. */
export type AnyConnectOptions = ConnectOptions & ContractOptions;

/** How deep lists and objects of a frame may be nested. */
export const MAX_NESTING = 100;

const DEFAULTS = Object.freeze({
  timeout: 10_000,
  requestTimeout: 30_000,
  maxPending: 1000,
  streamBuffer: 1000,
  maxPayload: 16 * 1024 * 1024,
  reconnect: { attempts: 10, initialDelay: 500, maxDelay: 30_000 },
  heartbeat: { interval: 30_000, deadline: 10_000 },
  queue: { messages: 1000, bytes: 4 * 1024 * 1024 },
});

/** Fills in what the options leave out. */
export function settingsOf(options: ConnectOptions): Settings {
  return {
    timeout: options.timeout ?? DEFAULTS.timeout,
    requestTimeout: options.requestTimeout ?? DEFAULTS.requestTimeout,
    reconnect: options.reconnect === false ? undefined : filled(DEFAULTS.reconnect, options.reconnect),
    heartbeat: options.heartbeat === false ? undefined : filled(DEFAULTS.heartbeat, options.heartbeat),
    queue: filled(DEFAULTS.queue, options.queue),
    maxPending: options.maxPending ?? DEFAULTS.maxPending,
    streamBuffer: options.streamBuffer ?? DEFAULTS.streamBuffer,
    maxPayload: options.maxPayload ?? DEFAULTS.maxPayload,
  };
}

/** The defaults, but for what is given; undefined is not given. */
function filled<T extends object>(defaults: T, given: Partial<T> = {}): T {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(said) };
}
