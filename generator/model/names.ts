import { fingerprint } from "../fingerprint.ts";

/** Names that generated modules use themselves, or that every JavaScript reader takes for the global. */
const RESERVED = new Set(
  `Array ArrayBuffer BigInt Boolean ClientMessage ClientMessageName Contract DataView Date Error Function Infinity Int8Array Iterator
  JSON Map Math NaN Number Object Partial ParseResult Parser Pick Promise Proxy Readonly Record Reflect RegExp Request Required
  Response ServerMessage ServerMessageName Set StandardSchema String Symbol Uint8Array WeakMap WeakSet WebSocket Schema Guard Validators`.split(
    /\s+/,
  ),
);

const LONGEST = 60;

/** A name in generated code for a name of the contract: `job_update` becomes `JobUpdate`. Always an identifier, never reserved. */
export function identifierOf(name: string, suffix: string): string {
  const words = name.normalize("NFC").match(/[\p{L}\p{Nd}]+/gu) ?? [];
  const joined = words.flatMap(splitCase).map(capitalise).join("");
  const identifier = /^\p{L}/u.test(joined) ? joined : `${suffix}${joined}`;
  const lossy = joined === "" || identifier.length > LONGEST;
  const short = Array.from(identifier).slice(0, LONGEST).join("");
  const unique = lossy ? `${short}_${fingerprint(name)}` : short;
  return RESERVED.has(unique) ? `${unique}${suffix}` : unique;
}

/** Identifiers for a list of names, all different even on file systems that ignore case; which one a name gets does not depend on its place. */
export function identifiersOf(
  names: readonly string[],
  suffix: string,
  taken: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const plain = new Map(names.map((name) => [name, identifierOf(name, suffix)]));
  const uses = new Map<string, number>();
  for (const identifier of plain.values()) uses.set(fold(identifier), (uses.get(fold(identifier)) ?? 0) + 1);
  return new Map(
    [...plain].map(([name, identifier]) => {
      if ((uses.get(fold(identifier)) ?? 0) > 1) return [name, `${identifier}_${fingerprint(name)}`];
      return [name, taken.has(fold(identifier)) ? `${identifier}${suffix}` : identifier];
    }),
  );
}

/** Two identifiers that fold to the same text could be one file. */
export function fold(identifier: string): string {
  return identifier.normalize("NFKC").toLowerCase();
}

/** `jobUpdate` is two words, `TRIGGER` one, `HTTPServer` two. */
function splitCase(word: string): string[] {
  return word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}]+|\p{Nd}+|\p{L}/gu) ?? [word];
}

function capitalise(word: string): string {
  const [first = "", ...rest] = Array.from(word);
  return first.toUpperCase() + rest.join("").toLowerCase();
}
