import { checkNames, givenNames } from "../misspelled.ts";
import type { ServerDefinition } from "./definition.ts";
import { SERVER_OPTIONS } from "./optionNames.ts";

/** What the checks of a credential may be told. */
const OF_CREDENTIALS: Readonly<Record<string, readonly string[]>> = { jwt: ["jwt"], eip191: ["freshness", "verifyAuth"] };

/** Refuses options that nothing reads: a server without the check that somebody misspelled would let anybody in. */
export function checkOptions({ contract, query = {} }: ServerDefinition, options: object): void {
  const own = contract.endpoint.credentials.flatMap(({ kind }) => OF_CREDENTIALS[kind] ?? []);
  checkNames(givenNames(options), [...own, ...Object.keys(query), ...SERVER_OPTIONS], `options of ${contract.protocol}`);
}

/** Refuses handlers for messages that there are none of. A class may have methods of its own; what an object has is meant to be called. */
export function checkHandlers({ contract, methods, http = [] }: ServerDefinition, handlers: object): void {
  const kind: unknown = Object.getPrototypeOf(handlers);
  if (kind !== Object.prototype && kind !== null) return;
  const given = Object.entries(handlers).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  const known = [...Object.keys(methods), ...http.map(({ method }) => method)];
  checkNames(given, known, `handlers of ${contract.protocol}`);
}
