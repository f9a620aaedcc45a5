import type { ServerOptions } from "./options.ts";

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

/** What every server may be told; the compiler holds it complete. */
export const SERVER_OPTIONS: readonly string[] = Object.keys(SERVE);
