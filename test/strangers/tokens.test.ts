import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { connectPanel } from "@wirepact/panel/client";
import { type PanelServerOptions, servePanel } from "@wirepact/panel/server";
import { WirepactError } from "@wirepact/runtime";
import type { JwtOptions } from "@wirepact/runtime/codegen-v1/jwt";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { GOOD, hmacToken, jsonwebtoken, NOW, part, pem, rsa, SECRET } from "../credentials/tokens.ts";
import { PYTHON, pythonIsMissing } from "./python.ts";

const demands: JwtOptions = { secret: SECRET, issuer: GOOD.iss, audience: "panel", now: () => new Date(NOW * 1000) };

interface Door {
  readonly url: string;
  /** How many connections its handlers heard of. */
  readonly opened: () => number;
  /** Why it refused, as its log has it. */
  readonly log: readonly string[];
}

async function open(jwt: JwtOptions = demands, options: PanelServerOptions = {}): Promise<Door> {
  let opened = 0;
  const log: string[] = [];
  const connected = ({ user }: { user: unknown }) => {
    opened++;
    return { panelId: "panel-1", state: { user } };
  };
  const onError = (error: unknown) => log.push(String(error));
  const server = await servePanel({ connected }, { jwt, onError, ...options }).listen(0, "127.0.0.1");
  onTestFinished(() => server.close());
  return { url: `ws://127.0.0.1:${server.port}/panels/panel-1/ws`, opened: () => opened, log };
}

/** What a stranger meets: the first frame, or the HTTP status that came in the upgrade's place. */
function knock(url: string, token?: string): Promise<unknown> {
  const socket = new WebSocket(token === undefined ? url : `${url}?token=${encodeURIComponent(token)}`);
  return new Promise((resolve, reject) => {
    socket.once("unexpected-response", (request, { statusCode }) => {
      request.destroy();
      resolve(statusCode);
    });
    socket.once("message", (data) => {
      socket.close();
      resolve(JSON.parse(data.toString()));
    });
    socket.on("error", reject);
  });
}

function signed(claims: object = GOOD, key: string = SECRET, algorithm = "HS256"): string {
  return jsonwebtoken.sign(claims, key, { algorithm });
}

const welcome = { type: "CONNECTED", panelId: "panel-1", state: { user: GOOD } };

describe("tokens that others made are accepted", () => {
  test("jsonwebtoken's, of a secret", async () => {
    const { url } = await open();
    expect(await knock(url, signed())).toEqual(welcome);
  });

  test("jsonwebtoken's, of a key", async () => {
    const { secret: _, ...rest } = demands;
    const { url } = await open({ ...rest, key: pem(rsa.publicKey), algorithms: ["RS256"] });
    expect(await knock(url, jsonwebtoken.sign(GOOD, rsa.privateKey, { algorithm: "RS256" }))).toEqual(welcome);
    expect(await knock(url, hmacToken({ alg: "HS256" }, GOOD, pem(rsa.publicKey)))).toBe(401);
  });

  test("Python's", async ({ skip }) => {
    const missing = pythonIsMissing();
    if (missing !== null) skip(missing);
    const { url } = await open();
    const orders = { header: { alg: "HS256", typ: "JWT" }, claims: GOOD, secret: SECRET };
    expect(await knock(url, pythonToken({ ...orders, hash: "sha256" }))).toEqual(welcome);
    expect(await knock(url, pythonToken({ ...orders, hash: "sha512" }))).toBe(401);
  });
});

describe("wrong ones are refused with 401, before the upgrade", () => {
  const { exp: _, ...endless } = GOOD;
  const [head = "", payload = "", signature = ""] = signed().split(".");

  test.each([
    ["missing", undefined, "missing"],
    ["empty", "", "missing"],
    ["no token at all", "x", "malformed"],
    ["of another secret", signed(GOOD, `${SECRET}!`), "signature"],
    ["expired", signed({ ...GOOD, exp: NOW - 1 }), "expired"],
    ["without an expiry", signed(endless), "claims"],
    ["not valid yet", signed({ ...GOOD, nbf: NOW + 60 }), "not-yet-valid"],
    ["of another algorithm", signed(GOOD, SECRET, "HS512"), "algorithm"],
    ["of no algorithm", `${part({ alg: "none" })}.${payload}.`, "algorithm"],
    ["of no algorithm, signed all the same", hmacToken({ alg: "none" }, GOOD), "algorithm"],
    ["for another audience", signed({ ...GOOD, aud: "terminal" }), "claims"],
    ["of another issuer", signed({ ...GOOD, iss: "https://other.example" }), "claims"],
    ["with other claims than were signed", `${head}.${part({ ...GOOD, sub: "root" })}.${signature}`, "signature"],
  ])("%s", async (_name, token, reason) => {
    const { url, opened, log } = await open();
    expect(await knock(url, token)).toBe(401);
    expect(opened()).toBe(0);
    expect(log).toEqual([`Error: jwt: ${reason}`]);
  });

  test("but an unknown panel is 404 first, whatever the token", async () => {
    const { url } = await open(demands, { exists: ({ parameters }) => parameters["id"] === "panel-1" });
    const other = url.replace("panel-1", "panel-2");
    for (const token of [undefined, "x", signed()]) expect(await knock(other, token)).toBe(404);
    expect(await knock(url, "x")).toBe(401);
    expect(await knock(url, signed())).toEqual(welcome);
  });
});

describe("our client", () => {
  test("is told of the refusal, and brings another library's token when asked", async () => {
    const { url } = await open();
    const refused: unknown = await connectPanel(url, { query: { token: "x" } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WirepactError);
    expect(refused).toMatchObject({ code: "refused", status: 401 });
    const client = await connectPanel(url, { query: { token: async () => signed() } });
    expect(client.opening).toEqual(welcome);
    await client.close();
  });
});

function pythonToken(orders: object): string {
  const script = fileURLToPath(new URL("./python/hmac_token.py", import.meta.url));
  const { stdout } = spawnSync(PYTHON, [script], { input: `${JSON.stringify(orders)}\n`, encoding: "utf8" });
  return JSON.parse(stdout);
}
