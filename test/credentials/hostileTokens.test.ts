import { describe, expect, test } from "vitest";
import { jwtVerifier } from "../../runtime/src/codegen-v1/jwt.ts";
import { ec, GOOD, hmacToken, jsonwebtoken, NOW, part, pem, rsa, rsaToken, SECRET } from "./tokens.ts";

const now = () => new Date(NOW * 1000);
const bySecret = jwtVerifier({ secret: SECRET, now });
const byKey = jwtVerifier({ key: pem(rsa.publicKey), algorithms: ["RS256"], now });
const publicJwk = rsa.publicKey.export({ format: "jwk" });

test.each(["none", "None", "NONE", "nOnE", " none", "none\u0000"])("alg %j is never taken", async (alg) => {
  for (const signature of ["", part("x"), hmacToken({ alg }, GOOD).split(".")[2]]) {
    const token = `${part({ alg })}.${part(GOOD)}.${signature}`;
    expect(await bySecret(token)).toEqual({ ok: false, reason: "algorithm" });
    expect(await byKey(token)).toEqual({ ok: false, reason: "algorithm" });
  }
});

test.each([
  {},
  { alg: null },
  { alg: 256 },
  { alg: ["HS256"] },
  { alg: "" },
])("a header without an algorithm: %j", async (header) => {
  expect(await bySecret(hmacToken(header, GOOD))).toEqual({ ok: false, reason: "malformed" });
});

test.each(["HS384", "hs256", "RS256", "constructor", "__proto__", "toString"])("the token does not choose: %s", async (alg) => {
  expect(await bySecret(hmacToken({ alg }, GOOD))).toEqual({ ok: false, reason: "algorithm" });
});

describe("the public key is no secret", () => {
  const spellings = [pem(rsa.publicKey), pem(rsa.publicKey).trim(), rsa.publicKey.export({ type: "spki", format: "der" })];

  test.each(spellings)("HS256 signed with it", async (key) => {
    const token = hmacToken({ alg: "HS256" }, GOOD, key);
    expect(await byKey(token)).toEqual({ ok: false, reason: "algorithm" });
    expect(await jwtVerifier({ key: publicJwk, algorithms: ["RS256"], now })(token)).toEqual({ ok: false, reason: "algorithm" });
  });

  test("an HMAC that calls itself RS256", async () => {
    expect(await byKey(hmacToken({ alg: "RS256" }, GOOD, pem(rsa.publicKey)))).toEqual({ ok: false, reason: "signature" });
  });

  test("a key of another kind than the algorithm", async () => {
    const token = jsonwebtoken.sign(GOOD, ec.privateKey, { algorithm: "ES256" });
    const check = jwtVerifier({ key: pem(rsa.publicKey), algorithms: ["RS256", "ES256"], now });
    expect((await check(token)).ok).toBe(false);
  });
});

describe("a token that brings its key", () => {
  const own = { jwk: publicJwk, jku: "http://127.0.0.1:1/keys", x5u: "http://127.0.0.1:1/cert", x5c: ["MII="] };

  test.each(Object.entries(own))("%s", async (name, value) => {
    const stranger = rsaToken({ alg: "RS256", [name]: value }, GOOD, ec.privateKey);
    const owner = rsaToken({ alg: "RS256", [name]: value }, GOOD, rsa.privateKey);
    for (const token of [stranger, owner]) expect(await byKey(token)).toEqual({ ok: false, reason: "brings-key" });
  });
});

describe("kid", () => {
  const kids = ["../../../../dev/null", "x' UNION SELECT 'key", "__proto__", "constructor", "", 0, null, ["main"], { $ne: null }];
  const check = jwtVerifier({ key: { keys: [{ ...publicJwk, kty: "RSA", kid: "main" }] }, algorithms: ["RS256"], now });

  test.each(kids)("%j finds no key of a set", async (kid) => {
    expect(await check(rsaToken({ alg: "RS256", kid }, GOOD, rsa.privateKey))).toEqual({ ok: false, reason: "key" });
  });

  test.each(kids)("%j changes nothing for a secret", async (kid) => {
    expect((await bySecret(hmacToken({ alg: "HS256", kid }, GOOD))).ok).toBe(true);
    expect(await bySecret(hmacToken({ alg: "HS256", kid }, GOOD, ""))).toEqual({ ok: false, reason: "signature" });
  });
});

describe("what is said twice", () => {
  test.each([
    [`{"alg":"HS256","alg":"HS256"}`, JSON.stringify(GOOD)],
    [`{"alg":"HS256","\\u0061lg":"none"}`, JSON.stringify(GOOD)],
    [`{"alg":"HS256"}`, `{"sub":"ada","exp":${NOW + 9},"sub":"root"}`],
    [`{"alg":"HS256"}`, `{"exp":${NOW - 9},"sub":"ada","exp":${NOW + 9}}`],
    [`{"alg":"HS256"}`, `{"exp":${NOW + 9},"roles":{"admin":false,"admin" :true}}`],
  ])("%s.%s", async (header, payload) => {
    expect(await bySecret(hmacToken(header, payload))).toEqual({ ok: false, reason: "malformed" });
  });

  test("the same name in two objects, or inside a text, is said once", async () => {
    const payload = `{"exp":${NOW + 9},"a":{"x":1},"b":{"x":2},"c":[{"x":1},{"x":2}],"d":"{\\"x\\":1,\\"x\\":2}"}`;
    expect((await bySecret(hmacToken({ alg: "HS256" }, payload))).ok).toBe(true);
  });
});

describe("what is no token", () => {
  const good = hmacToken({ alg: "HS256" }, GOOD);
  const [header = "", payload = "", signature = ""] = good.split(".");

  test.each(["", null, undefined])("%j is none at all", async (token) => {
    expect(await bySecret(token)).toEqual({ ok: false, reason: "missing" });
  });

  test.each<[string, unknown]>([
    ["a number", 1],
    ["an object", { token: good }],
    ["a list", [good]],
    ["a text", "token"],
    ["two parts", `${header}.${payload}`],
    ["four parts", `${good}.${signature}`],
    ["five parts, as of an encrypted token", `${good}.x.y`],
    ["dots", ".."],
    ["a header that is no JSON", `${part("{")}.${payload}.${signature}`],
    ["a header that is null", `${part("null")}.${payload}.${signature}`],
    ["a payload that is a list", hmacToken({ alg: "HS256" }, "[]")],
    ["a payload that is a text", hmacToken({ alg: "HS256" }, `"ada"`)],
    ["bytes that are no UTF-8", `${header}.${Buffer.from([0xff, 0x7b, 0x7d]).toString("base64url")}.${signature}`],
    ["a line end", `${good}\n${good}`],
    ["a critical header that nobody knows", hmacToken({ alg: "HS256", crit: ["exp"], exp: 1 }, GOOD)],
    ["a payload that is not encoded", hmacToken({ alg: "HS256", b64: false, crit: ["b64"] }, GOOD)],
    ["a very long one", hmacToken({ alg: "HS256" }, { ...GOOD, x: "x".repeat(9000) })],
    ["a very deep one", hmacToken({ alg: "HS256" }, `{"a":${"[".repeat(3000)}${"]".repeat(3000)}`)],
  ])("%s", async (_name, token) => {
    expect(await bySecret(token)).toEqual({ ok: false, reason: "malformed" });
  });

  test.each([signature.slice(0, -4), "", part("x"), `${signature}AAAA`])("another signature: %j", async (other) => {
    expect(await bySecret(`${header}.${payload}.${other}`)).toEqual({ ok: false, reason: "signature" });
  });

  test("another payload under the same signature", async () => {
    const forged = `${header}.${part({ ...GOOD, sub: "root" })}.${signature}`;
    expect(await bySecret(forged)).toEqual({ ok: false, reason: "signature" });
  });

  test("claims that reach for prototypes stay data", async () => {
    const verdict = await bySecret(hmacToken({ alg: "HS256" }, `{"exp":${NOW + 9},"__proto__":{"admin":true}}`));
    expect(verdict.ok).toBe(true);
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });
});
