import { checkNames } from "../misspelled.ts";
import type { AnyConnectOptions } from "./settings.ts";

/** What clients may be told; the compiler holds it complete. */
const OPTIONS: Readonly<Record<keyof AnyConnectOptions, true>> = {
  parameters: true,
  query: true,
  bearer: true,
  auth: true,
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

/** Refuses options that nothing reads: a credential under a misspelled name would not be sent. */
export function checkOptions(protocol: string, options: object): void {
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  checkNames(given, Object.keys(OPTIONS), `options of ${protocol}`);
}
