import { describe, expect, test } from "vitest";
import { eip191Check, walletAuth } from "../../runtime/src/codegen-v1/eip191.ts";
import { jwtCheck } from "../../runtime/src/codegen-v1/jwt.ts";
import type { CredentialDescriptor } from "../../runtime/src/endpoint.ts";
import type { ProtocolDescriptor } from "../../runtime/src/protocol.ts";
import type { UpgradeRequest } from "../../runtime/src/server/peer.ts";
import { ec, GOOD, hmacToken, jsonwebtoken, pem, SECRET } from "./tokens.ts";

const KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const claims = { ...GOOD, exp: Math.floor(Date.now() / 1000) + 600 };

function contract(...credentials: CredentialDescriptor[]): ProtocolDescriptor {
  return {
    protocol: "checked",
    version: "1.0.0",
    transport: "websocket",
    discriminators: { client: ["/type"], server: ["/type"] },
    messages: [],
    endpoint: { path: "/", port: null, query: [], refusals: [], credentials },
    encodings: { text: "json", binary: null, initial: "json" },
  };
}

function request(parts: Partial<UpgradeRequest> = {}): UpgradeRequest {
  return { path: "/", parameters: {}, query: {}, headers: {}, remoteAddress: "127.0.0.1", ...parts };
}

describe("jwtCheck", () => {
  const inQuery = contract({ kind: "jwt", name: "token", in: "query", algorithms: ["HS256"] });
  const token = hmacToken({ alg: "HS256" }, claims);

  test("is off where the server does not turn it on, or the contract has no token", () => {
    expect(jwtCheck(inQuery, {})).toBeUndefined();
    expect(jwtCheck(contract(), { jwt: { secret: SECRET } })).toBeUndefined();
  });

  test("reads the token where the contract says, and gives its claims", async () => {
    const check = jwtCheck(inQuery, { jwt: { secret: SECRET } });
    expect(await check?.(request({ query: { token } }))).toEqual(claims);
    await expect(check?.(request())).rejects.toThrow("jwt: missing");
    await expect(check?.(request({ query: { token: `${token}x` } }))).rejects.toThrow(/^jwt: (signature|malformed)$/);
  });

  test("reads a header, with or without Bearer", async () => {
    const inHeader = contract({ kind: "jwt", name: "Authorization", in: "header", algorithms: ["HS256"] });
    const check = jwtCheck(inHeader, { jwt: { secret: SECRET } });
    for (const authorization of [token, `Bearer ${token}`, `bearer  ${token}`]) {
      expect(await check?.(request({ headers: { authorization } }))).toEqual(claims);
    }
    await expect(check?.(request({ headers: { authorization: [token] } }))).rejects.toThrow("jwt: malformed");
  });

  test("takes the contract's algorithms where the option names none", async () => {
    const both = contract({ kind: "jwt", name: "token", in: "query", algorithms: ["HS512", "ES256"] });
    const long = hmacToken({ alg: "HS512" }, claims, SECRET, "sha512");
    const signed = jsonwebtoken.sign(claims, ec.privateKey, { algorithm: "ES256" });
    const bySecret = jwtCheck(both, { jwt: { secret: SECRET } });
    const byKey = jwtCheck(both, { jwt: { key: pem(ec.publicKey) } });
    expect(await bySecret?.(request({ query: { token: long } }))).toEqual(claims);
    expect(await byKey?.(request({ query: { token: signed } }))).toEqual(claims);
    await expect(bySecret?.(request({ query: { token } }))).rejects.toThrow("jwt: algorithm");
  });

  test.each([true, null, "secret", {}, { secret: "short" }])("the option cannot be %j", (jwt) => {
    expect(() => jwtCheck(inQuery, { jwt })).toThrow(/^jwt: /);
  });
});

describe("eip191Check", () => {
  const signed = contract({ kind: "eip191", name: "wallet", pointer: "/auth" });
  const auth = walletAuth(KEY)();
  const address = auth.address.toLowerCase();

  test("is on by default: every frame proves its sender", async () => {
    const check = eip191Check(signed, {});
    expect(check?.({ auth, payload: {} }, request())).toEqual({ address });
    for (const frame of [{}, { auth: null }, { auth: { ...auth, message: "other" } }, null, [], "x"]) {
      expect(() => check?.(frame, request())).toThrow(/^eip191: (malformed|signature)$/);
    }
  });

  test("is off where it is turned off, or the contract has no signatures", () => {
    expect(eip191Check(signed, { verifyAuth: false })).toBeUndefined();
    expect(eip191Check(contract(), {})).toBeUndefined();
  });

  test("bounds the age where the option says so", () => {
    const check = eip191Check(signed, { freshness: { maxAge: 1000 } });
    const old = walletAuth(KEY, { now: () => Date.now() - 5000 })();
    expect(() => check?.({ auth: old }, request())).toThrow("eip191: stale");
  });

  test("C4: with such a bound, a signature holds on its first connection alone", () => {
    const check = eip191Check(signed, { freshness: { maxAge: 60_000 } });
    const fresh = walletAuth(KEY)();
    const [first, second] = [request(), request()];
    for (let n = 0; n < 2; n += 1) expect(check?.({ auth: fresh }, first)).toEqual({ address });
    expect(() => check?.({ auth: fresh }, second)).toThrow("eip191: replayed");
    const again = eip191Check(signed, { freshness: { maxAge: 60_000, reusable: true } });
    for (const one of [first, second]) expect(again?.({ auth: fresh }, one)).toEqual({ address });
  });

  test("asks a hook instead, which may say more or refuse", async () => {
    const check = eip191Check(signed, { verifyAuth: (given: unknown) => (given === auth ? { name: "ada" } : false) });
    expect(await check?.({ auth }, request())).toEqual({ name: "ada" });
    await expect(check?.({ auth: 1 }, request())).rejects.toThrow("eip191: refused by verifyAuth");
  });

  test.each([
    { verifyAuth: true },
    { verifyAuth: null },
    { freshness: 60 },
    { freshness: null },
    { freshness: { maxAge: "1" } },
    { freshness: { maxAge: 1, reusable: "yes" } },
  ])("the options cannot be %j", (options) => expect(() => eip191Check(signed, options)).toThrow(/^eip191: /));
});
