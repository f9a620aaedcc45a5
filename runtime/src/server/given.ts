import { checkNames } from "../misspelled.ts";
import type { ServerDefinition } from "./definition.ts";
import type { ServerOptions } from "./options.ts";

/** What every server may be told; the compiler holds it complete. */
const OPTIONS: Readonly<Record<keyof ServerOptions, true>> = {
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

/** What the checks of a credential may be told. */
const OF_CREDENTIALS: Readonly<Record<string, readonly string[]>> = { jwt: ["jwt"], eip191: ["freshness", "verifyAuth"] };

/** Refuses options that nothing reads: a server without the check that somebody misspelled would let anybody in. */
export function checkOptions({ contract, query = {} }: ServerDefinition, options: object): void {
  const own = contract.endpoint.credentials.flatMap(({ kind }) => OF_CREDENTIALS[kind] ?? []);
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  checkNames(given, [...own, ...Object.keys(query), ...Object.keys(OPTIONS)], `options of ${contract.protocol}`);
}

/** Refuses handlers for messages that there are none of. A class may have methods of its own; what an object has is meant to be called. */
export function checkHandlers({ contract, methods, http = [] }: ServerDefinition, handlers: object): void {
  const kind: unknown = Object.getPrototypeOf(handlers);
  if (kind !== Object.prototype && kind !== null) return;
  const given = Object.entries(handlers).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  const known = [...Object.keys(methods), ...http.map(({ method }) => method)];
  checkNames(given, known, `handlers of ${contract.protocol}`);
}
