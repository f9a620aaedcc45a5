import { base64url, errors, type JWTPayload, jwtVerify } from "jose";
import { hasDuplicateKeys } from "./duplicateKeys.ts";
import { keyFinder } from "./jwtKey.ts";
import { allowedAlgorithms, type JwtOptions } from "./jwtOptions.ts";

/** What a verified token says. Names and values are the issuer's. */
export type JwtClaims = Readonly<JWTPayload>;

/** Why a token was refused: for logs. The other side learns no more than that it was. */
export type JwtRefusal =
  /** There is no token. */
  | "missing"
  /** It is no signed token, it is spelt in another way than its issuer spells it, it names a key twice, or it is longer than 8 KiB. */
  | "malformed"
  /** Its header brings a key or says where to fetch one. */
  | "brings-key"
  /** Its algorithm is not one that the server allows. */
  | "algorithm"
  /** None of the server's keys goes with it. */
  | "key"
  | "signature"
  | "expired"
  /** `nbf` lies ahead. */
  | "not-yet-valid"
  /** Another issuer, another audience, no expiry, or a claim of the wrong type. */
  | "claims";

/** What was found of a token. */
export type JwtVerdict =
  | {
      readonly ok: true;
      readonly claims: JwtClaims;
      /** When the token ends, in milliseconds since 1970; null where it never does. */
      readonly expires: number | null;
    }
  | { readonly ok: false; readonly reason: JwtRefusal };

/** Checks one token. Never throws. */
export type JwtVerifier = (token: unknown) => Promise<JwtVerdict>;

/** At most this many characters of a token are read. */
export const MAX_TOKEN_LENGTH = 8192;

/** Makes what checks a server's tokens. Throws at once where the options cannot be meant. */
export function jwtVerifier(options: JwtOptions): JwtVerifier {
  const verify = verifierOf(options);
  return async (token) => {
    if (token === undefined || token === null || token === "") return { ok: false, reason: "missing" };
    const reason = typeof token === "string" ? shapeRefusal(token) : "malformed";
    if (reason !== null) return { ok: false, reason };
    // `shapeRefusal` let only texts pass.
    return verify(token as string).catch((error: unknown) => ({ ok: false, reason: refusalOf(error) }));
  };
}

function verifierOf(options: JwtOptions): (token: string) => Promise<JwtVerdict> {
  const algorithms = [...allowedAlgorithms(options)];
  const findKey = keyFinder(options);
  const { issuer, audience, clockTolerance = 0, now } = options;
  if (!(Number.isFinite(clockTolerance) && clockTolerance >= 0)) throw new TypeError("jwt: clockTolerance must be seconds");
  const fixed = {
    algorithms,
    requiredClaims: options.requireExpiry === false ? [] : ["exp"],
    clockTolerance,
    ...(issuer === undefined ? {} : { issuer: [issuer].flat() }),
    ...(audience === undefined ? {} : { audience: [audience].flat() }),
  };
  return async (token) => {
    const { payload } = await jwtVerify(token, findKey, now === undefined ? fixed : { ...fixed, currentDate: now() });
    return accept(payload);
  };
}

/** A number too large to be one is no time: `1e400` would be an expiry that never comes. */
function accept(claims: JWTPayload): JwtVerdict {
  const times = [claims.exp, claims.nbf, claims.iat].filter((time) => time !== undefined);
  if (!times.every(Number.isFinite)) return { ok: false, reason: "claims" };
  return { ok: true, claims, expires: claims.exp === undefined ? null : claims.exp * 1000 };
}

const KEY_BRINGERS = ["jwk", "jku", "x5u", "x5c"];

/** What is wrong with a token before any key is looked at. */
function shapeRefusal(token: string): JwtRefusal | null {
  const [header, payload, signature, ...more] = token.split(".", 4);
  if (token.length > MAX_TOKEN_LENGTH || header === undefined || payload === undefined) return "malformed";
  if (signature === undefined || more.length > 0) return "malformed";
  if (![header, payload, signature].every((text) => BASE64URL.test(text))) return "malformed";
  const head = readPart(header);
  if (head === null || readPart(payload) === null) return "malformed";
  return KEY_BRINGERS.some((name) => Object.hasOwn(head, name)) ? "brings-key" : null;
}

/**
 * The one spelling of bytes as base64url (RFC 7515, 2): decoders skip blanks, padding and bits behind the last byte, so that one
 * token would have many spellings, and whoever remembers a token that was revoked would remember one of them.
 */
const BASE64URL = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/;

function readPart(part: string): object | null {
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(base64url.decode(part));
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !hasDuplicateKeys(json) ? value : null;
  } catch {
    return null;
  }
}

function refusalOf(error: unknown): JwtRefusal {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return isEarly(error) ? "not-yet-valid" : "claims";
  if (error instanceof errors.JOSEAlgNotAllowed) return "algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "signature";
  return error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid || isUnknownExtension(error)
    ? "malformed"
    : "key";
}

function isEarly({ claim, reason }: errors.JWTClaimValidationFailed): boolean {
  return claim === "nbf" && reason === "check_failed";
}

function isUnknownExtension(error: unknown): boolean {
  return error instanceof errors.JOSENotSupported && error.message.startsWith("Extension Header");
}
