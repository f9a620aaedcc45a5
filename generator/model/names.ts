import { fingerprint } from "../fingerprint.ts";

/** Names that generated modules use themselves, or that every JavaScript reader takes for the global. */
const RESERVED = new Set(
  `Validator ContractDescriptor Array ArrayBuffer BigInt Boolean ClientMessage ClientMessageName Contract DataView Date Error FrameError Function Infinity Int8Array Iterator
  JSON Map Math NaN Number Object Partial ParseResult Parser ParsedClientMessage ParsedServerMessage Pick Promise Proxy Readonly Record Reflect RegExp Request Required
  Response SessionUser URL AsyncIterable ClientBase ClientFields ClientMessages ConnectOptions CallOptions Credential FreshnessWindow HttpCallOptions JwtOptions MessageStream Outgoing Received
  Repeating ServerBase ServerFields ServerMessages ServerOptions SessionBase VerifyAuth WirepactError ServerMessage ServerMessageName Set StandardSchema String Symbol Uint8Array WeakMap WeakSet WebSocket Schema Guard Validators`.split(
    /\s+/,
  ),
);

/** File names that some systems keep for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** In bytes of UTF-8: with its ending, a name must fit into a file name. */
const LONGEST = 120;

/** A name in generated code for a name of the contract: `job_update` becomes `JobUpdate`. Always an identifier, never reserved. */
export function identifierOf(name: string, suffix: string): string {
  const words = name.normalize("NFC").match(/\p{ID_Continue}+/gu) ?? [];
  const joined = words.flatMap(splitCase).map(capitalise).join("");
  const identifier = /^\p{ID_Start}/u.test(joined) ? joined : `${suffix}${joined}`;
  const short = shorten(identifier);
  const unique = joined === "" || short !== identifier ? `${short}_${fingerprint(name)}` : short;
  return RESERVED.has(unique) || DEVICES.test(unique) ? `${unique}${suffix}` : unique;
}

/** Whether generated modules, or every JavaScript reader, take a name for something else. */
export function isReserved(identifier: string): boolean {
  return RESERVED.has(identifier);
}

/**
 * Identifiers for a list of names, all different even on file systems that ignore case. Which one a name gets depends
 * on the names, never on their order: those that would be the same get a fingerprint each.
 */
export function identifiersOf(
  names: readonly string[],
  suffix: string,
  taken: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const plain = names.map((name) => [name, identifierOf(name, suffix)] as const);
  const moved = plain.map(
    ([name, identifier]) => [name, taken.has(fold(identifier)) ? `${identifier}${suffix}` : identifier] as const,
  );
  const uses = new Map<string, number>();
  for (const [, identifier] of moved) uses.set(fold(identifier), (uses.get(fold(identifier)) ?? 0) + 1);
  const isTaken = (identifier: string) => (uses.get(fold(identifier)) ?? 0) > 1 || taken.has(fold(identifier));
  return new Map(
    moved.map(([name, identifier]) => [name, isTaken(identifier) ? `${identifier}_${fingerprint(name)}` : identifier]),
  );
}

/** Two identifiers that fold to the same text could be one file. */
export function fold(identifier: string): string {
  return identifier.normalize("NFKC").toLowerCase();
}

function shorten(identifier: string): string {
  let short = "";
  let bytes = 0;
  for (const char of identifier) {
    bytes += Buffer.byteLength(char);
    if (bytes > LONGEST) break;
    short += char;
  }
  return short;
}

/** `jobUpdate` is two words, `TRIGGER` one, `HTTPServer` two; an underscore separates. */
function splitCase(word: string): string[] {
  const parts = word.split(/_+/).filter((part) => part !== "");
  return parts.flatMap(
    (part) => part.match(/\p{Lu}+(?!\p{Ll})\p{Mn}*|\p{Lu}?[\p{Ll}\p{Mn}]+|\p{Nd}+|[^\p{Lu}\p{Ll}\p{Nd}]+/gu) ?? [part],
  );
}

function capitalise(word: string): string {
  const [first = "", ...rest] = Array.from(word);
  return first.toUpperCase() + rest.join("").toLowerCase();
}
