import { fingerprint } from "../fingerprint.ts";

/** Members of every client and of every object: a method of that name would hide one, or be taken for it. */
export const MEMBERS: ReadonlySet<string> = new Set([
  "on",
  "onUnknown",
  "onStateChange",
  "state",
  "opening",
  "closed",
  "close",
  // An object with such a method is taken for a promise.
  "then",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** A message, as far as its method depends on it. */
interface Named {
  readonly name: string;
  readonly identifier: string;
}

/** The method of each message, by the message's name: `jobUpdate` for `JobUpdate`. They depend on the names, never on their order. */
export function methodsOf(messages: readonly Named[]): ReadonlyMap<string, string> {
  const plain = new Set(messages.map(({ identifier }) => lowerFirst(identifier)));
  return new Map(messages.map(({ name, identifier }) => [name, methodOf(name, lowerFirst(identifier), plain)]));
}

function methodOf(name: string, method: string, taken: ReadonlySet<string>): string {
  if (!MEMBERS.has(method)) return method;
  const longer = `${method}Message`;
  return taken.has(longer) ? `${longer}_${fingerprint(name)}` : longer;
}

/** An identifier as a method or a function is called. */
export function lowerFirst(identifier: string): string {
  const [first = "", ...rest] = Array.from(identifier);
  return first.toLowerCase() + rest.join("");
}
