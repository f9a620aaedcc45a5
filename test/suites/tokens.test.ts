import { generateKeyPairSync, type JsonWebKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { jwtVerifier } from "../../runtime/src/codegen-v1/jwt.ts";
import { GOOD, NOW, part, rsa } from "../credentials/tokens.ts";
import { ALGORITHMS, BITS, ecSign, elliptic, jwkOf, other } from "./algorithms.ts";

/*
 * What Wycheproof's json_web_signature and json_web_key hold (https://github.com/C2SP/wycheproof), made here for each algorithm with
 * keys of our own: no package of npm carries its vectors.
 */

const now = () => new Date(NOW * 1000);
const inputOf = (alg: string, payload: object = GOOD, more: object = {}) => `${part({ alg, ...more })}.${part(payload)}`;
const tokenOf = (input: string, signature: Buffer | string) =>
  `${input}.${typeof signature === "string" ? signature : signature.toString("base64url")}`;
const flip = (bytes: Buffer, at: number) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));

describe.each(ALGORITHMS.map((one) => [one.alg, one] as const))("%s", (alg, { sign: signed, otherSign, options }) => {
  const check = jwtVerifier({ ...options, now });
  const input = inputOf(alg);
  const signature = signed(input);
  const text = signature.toString("base64url");

  test("the token itself is taken", async () => {
    expect(await check(tokenOf(input, signature))).toMatchObject({ ok: true, claims: GOOD });
  });

  test("every changed byte of the signature counts", async () => {
    for (let at = 0; at < signature.length; at += signature.length > 64 ? 16 : 4) {
      expect(await check(tokenOf(input, flip(signature, at)))).toEqual({ ok: false, reason: "signature" });
    }
  });

  test.each<[string, Buffer]>([
    ["none", Buffer.alloc(0)],
    ["zeros", Buffer.alloc(signature.length)],
    ["ones", Buffer.alloc(signature.length, 0xff)],
    ["a byte short", signature.subarray(0, -1)],
    ["a byte short at its begin", signature.subarray(1)],
    ["a byte long", Buffer.concat([signature, Buffer.alloc(1)])],
    ["a byte long at its begin", Buffer.concat([Buffer.alloc(1), signature])],
    ["half of it", signature.subarray(0, signature.length / 2)],
    ["twice", Buffer.concat([signature, signature])],
    ["that of another payload", signed(inputOf(alg, { ...GOOD, sub: "root" }))],
    ["that of another header", signed(inputOf(alg, GOOD, { typ: "JWT" }))],
    ["that of the payload alone", signed(part(GOOD))],
    ["that of the decoded payload", signed(JSON.stringify(GOOD))],
    ["another key's", otherSign(input)],
  ])("a signature that is %s is refused", async (_, wrong) => {
    expect(await check(tokenOf(input, wrong))).toEqual({ ok: false, reason: "signature" });
  });

  test.each<[string, string]>([
    ["padded", `${text}=`],
    ["padded to four", text.padEnd(Math.ceil(text.length / 4) * 4 + 4, "=")],
    ["with a blank", `${text.slice(0, 8)} ${text.slice(8)}`],
    ["with a line end", `${text}\n`],
    ["with a NUL", `${text}\0`],
    ["with a character of no alphabet", `${text}*`],
    ["in the other alphabet", `${text.slice(0, -2)}+/`],
    ["of a length that no bytes have", text.length % 4 === 1 ? text : `${text}${"A".repeat((5 - (text.length % 4)) % 4 || 4)}`],
    ["with bits behind its last byte", withLooseBits(text)],
    ["in full width", text.replace(/[A-Za-z]/, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0))],
  ])("a signature that is spelt %s is refused", async (_, wrong) => {
    if (wrong !== text) expect((await check(tokenOf(input, wrong))).ok).toBe(false);
  });

  test.each<[string, (input: string) => string]>([
    ["a payload with a blank, signed so", (plain) => plain.replace(".", ". ")],
    ["a payload that is padded, signed so", (plain) => `${plain}=`],
    ["a header that is padded, signed so", (plain) => plain.replace(".", "=.")],
    ["a line end, signed so", (plain) => `${plain}\n`],
  ])("%s, is refused", async (_, change) => {
    const changed = change(input);
    expect(await check(tokenOf(changed, signed(changed)))).toEqual({ ok: false, reason: "malformed" });
  });

  test.each(
    ALGORITHMS.filter((one) => one.alg !== alg).map((one) => one.alg),
  )("signed as its own and called %s, it is refused", async (name) => {
    const lie = inputOf(name);
    expect(await check(tokenOf(lie, signed(lie)))).toEqual({ ok: false, reason: "algorithm" });
  });

  test.each(ALGORITHMS.filter((one) => one.alg !== alg))("signed as $alg and called its own, it is refused", async (one) => {
    // EdDSA and Ed25519 are two names of one algorithm.
    if (alg.startsWith("Ed") && one.alg.startsWith("Ed")) return;
    expect(await check(tokenOf(input, one.sign(input)))).toEqual({ ok: false, reason: "signature" });
  });
});

/** The same bytes, where a last character carries bits that belong to none. */
function withLooseBits(text: string): string {
  if (text.length % 4 === 0) return text;
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return `${text.slice(0, -1)}${alphabet.charAt(alphabet.indexOf(text.at(-1) ?? "") ^ 1)}`;
}

describe.each(BITS)("ES%s: numbers that are no signature", (bits) => {
  const { own } = elliptic(bits);
  const alg = `ES${bits}` as const;
  const check = jwtVerifier({ key: jwkOf(own.publicKey), algorithms: [alg], now });
  const size = { "256": 32, "384": 48, "512": 66 }[bits];
  const order = {
    "256": 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    "384": 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    "512":
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  }[bits];
  const numbers = [0n, 1n, 2n, order - 1n, order, order + 1n, (1n << BigInt(size * 8)) - 1n];
  const input = inputOf(alg);
  const written = (number: bigint) => Buffer.from(number.toString(16).padStart(size * 2, "0"), "hex");

  test("zero, one, the order and what is beyond, in each place", async () => {
    for (const r of numbers) {
      for (const s of numbers) {
        const wrong = Buffer.concat([written(r), written(s)]);
        expect([r, s, await check(tokenOf(input, wrong))]).toEqual([r, s, { ok: false, reason: "signature" }]);
      }
    }
  });

  test("r and s as DER", async () => {
    const wrong = ecSign(bits, own.privateKey, "der")(input);
    expect(await check(tokenOf(input, wrong))).toEqual({ ok: false, reason: "signature" });
  });
});

describe("a key says what it is for, and is believed", () => {
  const rs256 = ALGORITHMS.find(({ alg }) => alg === "RS256");
  const token = (more: object = {}) => {
    const input = inputOf("RS256", GOOD, more);
    return tokenOf(input, rs256?.sign(input) ?? "");
  };
  const jwk = jwkOf(rsa.publicKey);
  const { own: p256 } = elliptic("256");
  const small = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const verdict = (key: object, given = token()) =>
    jwtVerifier({ key: key as JsonWebKey & { kty: string }, algorithms: ["RS256"], now })(given);

  test.each<[string, object]>([
    ["of this use", { ...jwk, use: "sig" }],
    ["of this algorithm", { ...jwk, alg: "RS256" }],
    ["that verifies", { ...jwk, key_ops: ["verify"] }],
    ["in a set", { keys: [{ ...jwk, use: "sig", alg: "RS256", key_ops: ["verify"] }] }],
  ])("a key %s checks", async (_, key) => expect((await verdict(key)).ok).toBe(true));

  test.each<[string, object]>([
    ["in a set, that encrypts", { keys: [{ ...jwk, use: "enc" }] }],
    ["in a set, of another algorithm", { keys: [{ ...jwk, alg: "RS512" }] }],
    ["in a set, of an algorithm that encrypts", { keys: [{ ...jwk, alg: "RSA-OAEP" }] }],
    ["in a set, that signs only", { keys: [{ ...jwk, key_ops: ["sign"] }] }],
    ["that is not there, in an empty set", { keys: [] }],
    ["that encrypts", { ...jwk, use: "enc" }],
    ["of another algorithm", { ...jwk, alg: "RS512" }],
    ["of an algorithm that encrypts", { ...jwk, alg: "RSA-OAEP" }],
    ["that signs only", { ...jwk, key_ops: ["sign"] }],
    ["of another kind", jwkOf(p256.publicKey)],
    ["that calls itself another kind", { ...jwk, kty: "EC" }],
    ["of no kind", { ...jwk, kty: undefined }],
    ["of a kind that nobody knows", { ...jwk, kty: "rsa" }],
    ["without a modulus", { ...jwk, n: undefined }],
    ["without an exponent", { ...jwk, e: undefined }],
    ["whose modulus is empty", { ...jwk, n: "" }],
    ["whose modulus is no base64", { ...jwk, n: "****" }],
    ["of 1024 bits", jwkOf(small.publicKey)],
    ["of somebody else", jwkOf(other.publicKey)],
    ["twice in a set, which the token does not tell apart", { keys: [jwk, jwkOf(other.publicKey)] }],
  ])("a key %s checks nothing", async (_, key) => expect((await verdict(key)).ok).toBe(false));

  test.each<[string, object]>([
    ["of a point that is not on its curve", { ...jwkOf(p256.publicKey), y: jwkOf(p256.publicKey).x }],
    ["of another curve", jwkOf(elliptic("384").own.publicKey)],
    ["of a curve that nobody knows", { ...jwkOf(p256.publicKey), crv: "P-1" }],
    ["without a coordinate", { ...jwkOf(p256.publicKey), y: undefined }],
    ["of the point of nothing", { ...jwkOf(p256.publicKey), x: "AA", y: "AA" }],
    ["that agrees on secrets", { ...jwkOf(p256.publicKey), use: "enc", key_ops: ["deriveKey"] }],
  ])("an elliptic key %s checks nothing", async (_, key) => {
    const input = inputOf("ES256");
    const check = jwtVerifier({ key: key as JsonWebKey & { kty: string }, algorithms: ["ES256"], now });
    expect((await check(tokenOf(input, ecSign("256", p256.privateKey)(input)))).ok).toBe(false);
  });
});
