import type { CryptoKey, JSONWebKeySet, JWK, KeyObject } from "jose";

/** Signatures that a server may accept. `none` is not among them, and cannot be. */
export type JwtAlgorithm =
  | "HS256"
  | "HS384"
  | "HS512"
  | "RS256"
  | "RS384"
  | "RS512"
  | "PS256"
  | "PS384"
  | "PS512"
  | "ES256"
  | "ES384"
  | "ES512"
  | "EdDSA"
  | "Ed25519";

/** A public key: PEM (SPKI), a JWK, a set of JWKs, or an imported key. */
export type JwtKey = string | JWK | JSONWebKeySet | CryptoKey | KeyObject;

/** What a server demands of a token. Give a `secret` (HMAC) or a `key` (everything else), never both. */
export interface JwtOptions {
  /** The secret shared with the issuer, at least as long as the hash (RFC 7518, 3.2): 32 bytes for HS256. */
  readonly secret?: string | Uint8Array;
  /** Accepts a shorter secret, which can be guessed from one token. */
  readonly allowShortSecret?: boolean;
  /** The issuer's public key or keys. A token's `kid` chooses within a set, and nowhere else. */
  readonly key?: JwtKey;
  /** The signatures that are accepted: HS256 by default with a secret; with a key they have to be named. The token has no say in it. */
  readonly algorithms?: readonly JwtAlgorithm[];
  /** Who must have issued the token. */
  readonly issuer?: string | readonly string[];
  /** For whom the token must be meant: one of these. */
  readonly audience?: string | readonly string[];
  /** Whether a token without `exp` is refused; true by default. A connection ends when its token expires, with 4401. */
  readonly requireExpiry?: boolean;
  /** Seconds by which clocks may differ; 0 by default. */
  readonly clockTolerance?: number;
  /** The time; for tests. */
  readonly now?: () => Date;
}

const HMAC_BYTES: ReadonlyMap<string, number> = new Map([
  ["HS256", 32],
  ["HS384", 48],
  ["HS512", 64],
]);

const ASYMMETRIC: ReadonlySet<string> = new Set(
  ["RS", "PS", "ES"].flatMap((family) => [`${family}256`, `${family}384`, `${family}512`]).concat("EdDSA", "Ed25519"),
);

/** The algorithms that options allow. Throws where options contradict themselves: that is found when a server starts, not by a token. */
export function allowedAlgorithms(options: JwtOptions): readonly JwtAlgorithm[] {
  if ((options.secret === undefined) === (options.key === undefined)) throw new TypeError("jwt: give either a secret or a key");
  return options.secret === undefined ? forKey(options) : forSecret(options.secret, options);
}

function forKey({ algorithms = [] }: JwtOptions): readonly JwtAlgorithm[] {
  if (algorithms.length === 0) throw new TypeError("jwt: name the algorithms that go with the key");
  refuseOthers(algorithms, (algorithm) => ASYMMETRIC.has(algorithm), "a key");
  return algorithms;
}

function forSecret(secret: string | Uint8Array, options: JwtOptions): readonly JwtAlgorithm[] {
  const algorithms = options.algorithms ?? ["HS256"];
  if (algorithms.length === 0) throw new TypeError("jwt: allow at least one algorithm");
  refuseOthers(algorithms, (algorithm) => HMAC_BYTES.has(algorithm), "a secret");
  const bytes = secretBytes(secret);
  if (/^\s*-----BEGIN/.test(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    throw new TypeError("jwt: the secret is a PEM; a public key goes to `key`, or anyone could sign with it");
  }
  const least =
    options.allowShortSecret === true ? 1 : Math.max(...algorithms.map((algorithm) => HMAC_BYTES.get(algorithm) ?? 0));
  if (bytes.length < least) throw new TypeError(`jwt: the secret has ${bytes.length} bytes; it needs at least ${least}`);
  return algorithms;
}

function refuseOthers(algorithms: readonly string[], fits: (algorithm: string) => boolean, what: string): void {
  const wrong = algorithms.find((algorithm) => !fits(algorithm));
  if (wrong !== undefined) throw new TypeError(`jwt: the algorithm ${JSON.stringify(wrong)} does not go with ${what}`);
}

/** A secret as bytes; a text stands for its UTF-8. */
export function secretBytes(secret: string | Uint8Array): Uint8Array {
  return typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
}
