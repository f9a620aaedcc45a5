import { describe, expect, test } from "vitest";
import { type JwtOptions, type JwtVerdict, jwtVerifier } from "../../runtime/src/codegen-v1/jwt.ts";
import { ec, GOOD, hmacToken, jsonwebtoken, NOW, pem, rsa, SECRET } from "./tokens.ts";

const privateJwk = { ...rsa.privateKey.export({ format: "jwk" }), kty: "RSA" } as const;
const now = () => new Date(NOW * 1000);

function check(token: unknown, options: Partial<JwtOptions> = { secret: SECRET }): Promise<JwtVerdict> {
  return jwtVerifier({ now, ...options })(token);
}

describe("tokens of another library", () => {
  test("are accepted, with what they claim", async () => {
    const token = jsonwebtoken.sign(GOOD, SECRET, { algorithm: "HS256" });
    expect(await check(token)).toEqual({ ok: true, claims: GOOD, expires: GOOD.exp * 1000 });
  });

  test.each(["HS256", "HS384", "HS512"] as const)("%s, where it is allowed", async (algorithm) => {
    const token = jsonwebtoken.sign(GOOD, SECRET, { algorithm });
    expect((await check(token, { secret: SECRET, algorithms: [algorithm] })).ok).toBe(true);
  });

  test.each([
    "RS256",
    "RS512",
    "PS256",
  ] as const)("%s, with a PEM, a JWK, a set of JWKs or an imported key", async (algorithm) => {
    const token = jsonwebtoken.sign(GOOD, rsa.privateKey, { algorithm, keyid: "main" });
    const jwk = { ...rsa.publicKey.export({ format: "jwk" }), kty: "RSA", kid: "main" } as const;
    for (const key of [pem(rsa.publicKey), jwk, { keys: [jwk] }, rsa.publicKey]) {
      expect((await check(token, { key, algorithms: [algorithm] } as JwtOptions)).ok).toBe(true);
    }
  });

  test("ES256, with a PEM", async () => {
    const token = jsonwebtoken.sign(GOOD, ec.privateKey, { algorithm: "ES256" });
    expect((await check(token, { key: pem(ec.publicKey), algorithms: ["RS256", "ES256"] })).ok).toBe(true);
  });
});

describe("a claim that does not fit is refused", () => {
  const demanding = { secret: SECRET, issuer: GOOD.iss, audience: ["panel", "panels"] };

  test.each([
    ["expired", { ...GOOD, exp: NOW - 1 }],
    ["expired", { ...GOOD, exp: NOW }],
    ["not-yet-valid", { ...GOOD, nbf: NOW + 1 }],
    ["claims", { ...GOOD, iss: "https://other.example" }],
    ["claims", { ...GOOD, iss: undefined }],
    ["claims", { ...GOOD, iss: [GOOD.iss] }],
    ["claims", { ...GOOD, aud: "pane" }],
    ["claims", { ...GOOD, aud: ["terminal"] }],
    ["claims", { ...GOOD, aud: undefined }],
    ["claims", { ...GOOD, exp: undefined }],
    ["claims", { ...GOOD, exp: String(GOOD.exp) }],
    ["claims", { ...GOOD, exp: null }],
    ["claims", { ...GOOD, nbf: "0" }],
  ])("%s: %j", async (reason, claims) => {
    const token = hmacToken({ alg: "HS256" }, claims);
    expect(await check(token, demanding)).toEqual({ ok: false, reason });
  });

  test("an expiry that is no number of this world", async () => {
    const token = hmacToken({ alg: "HS256" }, `{"sub":"ada","exp":1e400}`);
    expect(await check(token)).toEqual({ ok: false, reason: "claims" });
  });

  test("one audience of several is enough", async () => {
    expect((await check(hmacToken({ alg: "HS256" }, { ...GOOD, aud: ["x", "panel"] }), demanding)).ok).toBe(true);
  });
});

describe("clocks", () => {
  test("may differ by the tolerance, and no more", async () => {
    const late = (seconds: number) => hmacToken({ alg: "HS256" }, { ...GOOD, exp: NOW - seconds });
    expect((await check(late(4), { secret: SECRET, clockTolerance: 5 })).ok).toBe(true);
    expect(await check(late(5), { secret: SECRET, clockTolerance: 5 })).toEqual({ ok: false, reason: "expired" });
  });

  test("a token may last forever only where the server says so", async () => {
    const endless = hmacToken({ alg: "HS256" }, { sub: "ada" });
    expect(await check(endless)).toEqual({ ok: false, reason: "claims" });
    expect(await check(endless, { secret: SECRET, requireExpiry: false })).toMatchObject({ ok: true, expires: null });
  });

  test("without a clock of its own, a check reads the machine's", async () => {
    const token = jsonwebtoken.sign({ sub: "ada" }, SECRET, { expiresIn: "1h" });
    expect((await jwtVerifier({ secret: SECRET })(token)).ok).toBe(true);
    const old = jsonwebtoken.sign({ sub: "ada", iat: 1, exp: 2 }, SECRET, {});
    expect(await jwtVerifier({ secret: SECRET })(old)).toEqual({ ok: false, reason: "expired" });
  });
});

describe("options that cannot be meant fail when a server starts", () => {
  test.each<[string, JwtOptions]>([
    ["neither secret nor key", {}],
    ["both", { secret: SECRET, key: pem(rsa.publicKey) }],
    ["no algorithm", { secret: SECRET, algorithms: [] }],
    ["a key without algorithms", { key: pem(rsa.publicKey) }],
    ["HMAC with a public key", { key: pem(rsa.publicKey), algorithms: ["HS256"] }],
    ["HMAC among others with a public key", { key: pem(rsa.publicKey), algorithms: ["RS256", "HS256"] }],
    ["RSA with a secret", { secret: SECRET, algorithms: ["RS256"] }],
    ["a public key as the secret", { secret: pem(rsa.publicKey) }],
    ["a public key as the secret, in bytes", { secret: Buffer.from(pem(rsa.publicKey)) }],
    ["a secret that can be guessed", { secret: "secret" }],
    ["an empty secret", { secret: "", allowShortSecret: true }],
    ["a secret too short for HS512", { secret: "x".repeat(63), algorithms: ["HS256", "HS512"] }],
    ["a private key", { key: rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), algorithms: ["RS256"] }],
    ["a private key that was imported", { key: rsa.privateKey, algorithms: ["RS256"] }],
    ["a private JWK", { key: privateJwk, algorithms: ["RS256"] }],
    ["a private JWK in a set", { key: { keys: [privateJwk] }, algorithms: ["RS256"] }],
    ["a secret as a key", { key: { kty: "oct", k: "c2VjcmV0" }, algorithms: ["RS256"] }],
    ["a secret among public keys", { key: { keys: [{ kty: "oct", k: "c2VjcmV0" }] }, algorithms: ["RS256"] }],
    ["a tolerance that is none", { secret: SECRET, clockTolerance: Number.NaN }],
    ["no signature", { secret: SECRET, algorithms: ["none" as "HS256"] }],
    ["no signature, with a key", { key: pem(rsa.publicKey), algorithms: ["none" as "RS256"] }],
    ["a name of every object", { secret: SECRET, algorithms: ["constructor" as "HS256"] }],
  ])("%s", (_name, options) => {
    expect(() => jwtVerifier(options)).toThrow(/^jwt: /);
  });

  test("a short secret only knowingly", async () => {
    const token = hmacToken({ alg: "HS256" }, GOOD, "secret");
    expect((await check(token, { secret: "secret", allowShortSecret: true })).ok).toBe(true);
  });
});
