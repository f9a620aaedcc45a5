import { type CryptoKey, createLocalJWKSet, importSPKI, type JWTVerifyGetKey } from "jose";
import { type JwtKey, type JwtOptions, secretBytes } from "./jwtOptions.ts";

/** How the key for a token is found: only ever among what the server was given. Its algorithm was checked before. */
export function keyFinder({ secret, key }: JwtOptions): JWTVerifyGetKey {
  if (secret !== undefined) return always(secretBytes(secret));
  if (typeof key === "string") return fromPem(key);
  if (key !== undefined && "keys" in key && Array.isArray(key.keys)) return createLocalJWKSet({ keys: key.keys.map(onlyPublic) });
  // What remains is one key; jose tells its kinds apart, and refuses one that does not go with the algorithm.
  return always(onlyPublic(key as Exclude<JwtKey, string>));
}

/** Whoever checks signatures has no business with what makes them; a secret in a key's place is a mistake too. */
function onlyPublic<Key extends object>(key: Key): Key {
  const isSecret = "d" in key || "k" in key || ("type" in key && key.type !== "public");
  if (isSecret) throw new TypeError("jwt: the key must be a public one");
  return key;
}

function always(key: unknown): JWTVerifyGetKey {
  return () => key as Uint8Array;
}

function fromPem(pem: string): JWTVerifyGetKey {
  if (!pem.includes("-----BEGIN PUBLIC KEY-----"))
    throw new TypeError("jwt: the key must be a PEM that begins with PUBLIC KEY (SPKI)");
  const imported = new Map<string, Promise<CryptoKey>>();
  return ({ alg }) => imported.get(alg) ?? remember(imported, alg, importSPKI(pem, alg));
}

function remember(imported: Map<string, Promise<CryptoKey>>, algorithm: string, key: Promise<CryptoKey>): Promise<CryptoKey> {
  imported.set(algorithm, key);
  return key;
}
