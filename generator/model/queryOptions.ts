import { fingerprint } from "../fingerprint.ts";

/** What every server may be told: an option for a parameter of the query must not be taken for one of these. */
const OPTIONS: ReadonlySet<string> = new Set([
  "authenticate",
  "exists",
  "onOpen",
  "onClose",
  "onError",
  "origins",
  "limits",
  "broadcaster",
  "resources",
  "clock",
  "jwt",
  "verifyAuth",
  "freshness",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** The server's option that says what a parameter of the query must be: of its name, where that is free. */
export function queryOption(name: string, names: readonly string[]): string {
  if (!OPTIONS.has(name)) return name;
  const longer = `${name}Parameter`;
  return names.includes(longer) ? `${longer}_${fingerprint(name)}` : longer;
}
