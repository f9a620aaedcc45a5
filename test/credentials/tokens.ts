import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createRequire } from "node:module";

/** A secret as long as HS512 wants it. */
export const SECRET = "a-secret-of-the-tests-that-is-long-enough-for-all-three-hmac-sizes";

/** The time of these tests: 2030-01-01T00:00:00Z. */
export const NOW = 1_893_456_000;

/** Claims that a strict server accepts. */
export const GOOD = { sub: "ada", iss: "https://issuer.example", aud: "panel", iat: NOW - 10, exp: NOW + 60 };

/** The keys of an issuer that signs with RSA. */
export const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The keys of an issuer that signs with an elliptic curve. */
export const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** A public key as the text that people copy around. */
export function pem(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

interface JsonWebToken {
  readonly sign: (payload: object, key: string | KeyObject, options: object) => string;
}

/** Another library's tokens; it ships no types, and this is all that the tests use of it. */
export const jsonwebtoken = createRequire(import.meta.url)("jsonwebtoken") as JsonWebToken;

/** A token signed with HMAC by hand, so that nothing refuses to make it. Header and payload may be raw JSON. */
export function hmacToken(
  header: object | string,
  payload: object | string,
  key: string | Buffer = SECRET,
  hash = "sha256",
): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${createHmac(hash, key).update(input).digest("base64url")}`;
}

/** A token signed with RSA by hand. */
export function rsaToken(header: object, payload: object, key: KeyObject): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${sign("sha256", Buffer.from(input), key).toString("base64url")}`;
}

/** A token of any three texts. */
export function part(json: object | string): string {
  return Buffer.from(typeof json === "string" ? json : JSON.stringify(json)).toString("base64url");
}
