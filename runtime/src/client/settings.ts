import { filled } from "../filled.ts";
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

type Numbers = Omit<Settings, "reconnect" | "heartbeat" | "queue">;

const NUMBERS: Numbers = Object.freeze({
  timeout: 10_000,
  requestTimeout: 30_000,
  // As many as a server answers at a time unless it is told otherwise.
  maxPending: 100,
  streamBuffer: 1000,
  maxPayload: 16 * 1024 * 1024,
});
const RECONNECT: ReconnectSettings = Object.freeze({ attempts: 10, initialDelay: 500, maxDelay: 30_000 });
const HEARTBEAT: NonNullable<Settings["heartbeat"]> = Object.freeze({ interval: 30_000, deadline: 10_000 });
const QUEUE: Settings["queue"] = Object.freeze({ messages: 1000, bytes: 4 * 1024 * 1024 });

/** Fills in what the options leave out, and refuses what is no number. */
export function settingsOf(options: ConnectOptions): Settings {
  const { timeout, requestTimeout, maxPending, streamBuffer, maxPayload, reconnect, heartbeat, queue } = options;
  return {
    ...filled(NUMBERS, { timeout, requestTimeout, maxPending, streamBuffer, maxPayload }, "options"),
    reconnect: reconnect === false ? undefined : filled(RECONNECT, reconnect, "reconnect"),
    heartbeat: heartbeat === false ? undefined : filled(HEARTBEAT, heartbeat, "heartbeat"),
    queue: filled(QUEUE, queue, "queue"),
  };
}
