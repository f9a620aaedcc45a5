import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { connectFlowork } from "@wirepact/flowork/client";
import { serveFlowork } from "@wirepact/flowork/server";
import { connectNodetool } from "@wirepact/nodetool/client";
import { serveNodetool } from "@wirepact/nodetool/server";
import { connectPanel } from "@wirepact/panel/client";
import { servePanel } from "@wirepact/panel/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { sameText } from "../../runtime/src/server/sameText.ts";
import { serving } from "../suites/dial.ts";
import { ROOT } from "../support/protocols.ts";
import { hmacToken, SECRET } from "./tokens.ts";

/** Everything that was said to anybody: to logs, consoles, callers and peers. */
let told: unknown[] = [];
const tell = (...said: unknown[]) => void told.push(...said);

beforeEach(() => {
  told = [];
  for (const method of ["log", "info", "warn", "error", "debug"] as const) vi.spyOn(console, method).mockImplementation(tell);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** No credential is among what was told, however an error holds it: in its text, its stack, its cause, or a property. */
function expectUntold(...secrets: readonly string[]): void {
  const text = inspect(told, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  expect(told.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** What a plain client is answered that asks in vain: the status, the headers and the body, or the close. */
async function refusal(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const socket = new WebSocket(url, { headers });
  socket.on("error", () => undefined);
  socket.on("unexpected-response", async (_, response) => {
    const body = await response.toArray();
    socket.emit("refused", [response.statusCode, response.headers, String(body)]);
  });
  return Promise.race([once(socket, "refused"), once(socket, "close").then(([code, reason]) => [code, String(reason)])]);
}

const options = { onError: tell, reconnect: false as const };
/** Calls that fail tell why. */
const failing = async (call: Promise<unknown>) => tell(await call.catch((error: unknown) => error));

describe("C2: no credential is told, to logs, errors or close reasons", () => {
  const handlers = {
    connected: () => ({ panelId: "p", state: {} }),
    trigger: () => ({ result: { status: "success" as const, stateMutations: [], events: [] } }),
  };
  const wrong = hmacToken({ alg: "HS256" }, { sub: "ada", exp: 4e9 }, "x".repeat(40));
  const expired = hmacToken({ alg: "HS256" }, { sub: "ada", exp: 1 });
  const parts = (token: string) => token.split(".").slice(1);

  test.each([
    ["with a log", tell],
    ["with none", undefined],
  ])("tokens of panel, in the query, %s", async (_, onError) => {
    const server = await servePanel(handlers, { jwt: { secret: SECRET }, ...(onError && { onError }) }).listen(0, "127.0.0.1");
    const url = `${serving(server)}/panels/p/ws`;
    for (const token of [wrong, expired, `${wrong}.x`, "not a token", "x".repeat(9000)]) {
      tell(await refusal(`${url}?token=${encodeURIComponent(token)}`));
      await failing(connectPanel(url, { ...options, query: { token } }));
      await failing(connectPanel(`${url}?token=${encodeURIComponent(token)}`, options));
    }
    await failing(connectPanel(url.replace("//", "//ada:hunter2@"), options));
    expectUntold(
      SECRET,
      ...parts(wrong),
      ...parts(expired),
      "not a token",
      "not%20a%20token",
      "not+a+token",
      "xxxxxxxx",
      "hunter2",
    );
  });

  test("a good token that a hook refuses", async () => {
    const options = { jwt: { secret: SECRET }, onError: tell, authenticate: () => null };
    const server = await servePanel(handlers, options).listen(0, "127.0.0.1");
    const token = hmacToken({ alg: "HS256" }, { sub: "ada", exp: 4e9 });
    await failing(connectPanel(`${serving(server)}/panels/p/ws`, { onError: tell, query: { token } }));
    expectUntold(...parts(token));
  });

  test("bearer and api_key of nodetool", async () => {
    const serve = serveNodetool as unknown as (given: object, options: object) => ReturnType<typeof serveNodetool>;
    const server = await serve({}, { onError: tell, authenticate: () => null }).listen(0, "127.0.0.1");
    const url = `${serving(server)}/ws`;
    tell(await refusal(`${url}?api_key=sk-query`, { authorization: "Bearer sk-header" }));
    await failing(connectNodetool(url, { ...options, query: { api_key: "sk-query" } }));
    await failing(connectNodetool(url, { ...options, bearer: "sk-header" }));
    await failing(connectNodetool(url, { ...options, bearer: "sk-header\r\nx: y" }));
    expectUntold("sk-query", "sk-header");
  });

  test("signatures and the engine's id of flowork", async () => {
    const serve = serveFlowork as unknown as (given: object, options: object) => ReturnType<typeof serveFlowork>;
    const server = await serve({}, { onError: tell, engineId: "the-engine" }).listen(0, "127.0.0.1");
    const url = serving(server);
    tell(await refusal(`${url}/?engineId=not-the-one`));
    const auth = { address: `0x${"a".repeat(40)}`, message: "signed-text", signature: `0x${"b".repeat(130)}` };
    await failing(connectFlowork(url, { ...options, query: { engineId: "not-the-one" }, auth }));
    const client = await connectFlowork(url, { ...options, query: { engineId: "the-engine" }, auth });
    await failing(client.requestSettings());
    await client.close();
    tell(await client.closed);
    expectUntold("the-engine", "not-the-one", "signed-text", auth.signature, auth.address);
  });
});

describe("C6: what may be a secret is compared in a time that does not tell how much of it was right", () => {
  /** A text that counts how often it is looked at. */
  function counted(text: string) {
    let looks = 0;
    const charCodeAt = (index: number) => {
      looks += 1;
      return text.charCodeAt(index);
    };
    return { text: { length: text.length, charCodeAt } as unknown as string, looks: () => looks };
  }

  test.each([
    "secret",
    "Secret",
    "secreT",
    "xxxxxx",
    "s",
    "",
    "secretsecret",
    "secrets",
  ])("%j is looked at whole, right or wrong", (said) => {
    const [left, right] = [counted(said), counted("secret")];
    expect(sameText(left.text, right.text)).toBe(said === "secret");
    expect([left.looks(), right.looks()]).toEqual([said.length, said.length]);
    expect(sameText("secret", said)).toBe(said === "secret");
  });

  test("what a server was told that a query must say is compared by it", () => {
    const admission = readFileSync(join(ROOT, "runtime/src/server/admission.ts"), "utf8");
    expect(admission).toMatch(/sameText\(said, value\)/);
    expect(admission).not.toMatch(/said [!=]==? (?!undefined)|[!=]==? said/);
  });
});
