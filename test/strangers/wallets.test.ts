import { once } from "node:events";
import { connectFlowork } from "@wirepact/flowork/client";
import { type FloworkServerOptions, refuseFlowork, serveFlowork } from "@wirepact/flowork/server";
import { FLOWORK_STATEMENT, verifyWorkflow, walletAuth } from "@wirepact/runtime/eip191";
import { verifyMessage, Wallet } from "ethers";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { Inbox } from "./inbox.ts";
import { startWebSocketServer } from "./websocketPeers.ts";

/** The first two of the well-known Hardhat accounts: everybody has their keys. */
const KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const ada = new Wallet(KEY);
const eve = new Wallet("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");

const workflow_data = { nodes: [{ id: "start", at: { y: 2, x: 1 } }], connections: [], name: "ünïcode ✓" };
/** The same, as the signature wants it: keys sorted, all the way down. */
const SORTED = '{"workflow_data":{"connections":[],"name":"ünïcode ✓","nodes":[{"at":{"x":1,"y":2},"id":"start"}]}}';

interface Auth {
  readonly address: string;
  readonly message: string;
  readonly signature: string;
}

/** What a wallet makes of the statement, at a time. */
async function authOf(wallet: Wallet, time = Date.now()): Promise<Auth> {
  const message = `${FLOWORK_STATEMENT}${time}`;
  return { address: wallet.address, message, signature: await wallet.signMessage(message) };
}

/** An engine that tells whose presets it saves, and saves none whose own signature is not the sender's. */
async function open(options: FloworkServerOptions<{ address: string }> = {}): Promise<string> {
  const server = await serveFlowork<{ address: string }>(
    {
      requestVariables: (_message, { user }) => ({ variables: [{ asker: user.address }] }),
      savePreset({ name, workflow_data, signature }, { user }) {
        if (verifyWorkflow(user.address, workflow_data, signature)) return { status: `saved ${name}` };
        throw refuseFlowork({ error: "the preset is not signed by its sender" });
      },
    },
    { onError: () => {}, engineId: "engine-1", ...options },
  ).listen(0, "127.0.0.1");
  onTestFinished(() => server.close());
  return `ws://127.0.0.1:${server.port}/?engineId=engine-1`;
}

/** A stranger's connection: each frame that is sent gets one answer. */
async function call(url: string): Promise<(frame: unknown) => Promise<unknown>> {
  const socket = new WebSocket(url);
  const inbox = new Inbox();
  socket.on("message", (data) => inbox.put({ from: "server", frame: JSON.parse(data.toString()) }));
  socket.on("close", (code) => inbox.end(`closed with ${code}`));
  onTestFinished(() => socket.close());
  await once(socket, "open");
  return async (frame) => {
    socket.send(JSON.stringify(frame));
    return (await inbox.next()).frame;
  };
}

const payload = { type: "request_variables" };
const answer = { type: "variables_response", variables: [{ asker: ada.address.toLowerCase() }] };
const refusal = { error: "authentication failed" };

describe("what ethers signs", () => {
  test("is accepted, whatever the address's case, and again: old clients sign once", async () => {
    const ask = await call(await open());
    const auth = await authOf(ada, 0);
    expect(await ask({ auth, payload })).toEqual(answer);
    expect(await ask({ auth: { ...auth, address: ada.address.toLowerCase() }, payload })).toEqual(answer);
    expect(await ask({ auth, payload })).toEqual(answer);
  });

  test("is accepted for a preset too", async () => {
    const ask = await call(await open());
    const preset = { type: "save_preset", name: "demo", workflow_data, signature: await ada.signMessage(SORTED) };
    expect(await ask({ auth: await authOf(ada), payload: preset })).toEqual({ status: "saved demo" });
  });
});

describe("what is wrong is refused, and the connection lives on", () => {
  const wrongs: readonly [string, (auth: Auth) => object, string][] = [
    ["another wallet's address", (auth) => ({ auth: { ...auth, address: eve.address } }), "authentication failed"],
    ["another message", (auth) => ({ auth: { ...auth, message: `${auth.message}0` } }), "authentication failed"],
    ["another signature", (auth) => ({ auth: { ...auth, signature: flipped(auth.signature) } }), "authentication failed"],
    ["a signature cut short", (auth) => ({ auth: { ...auth, signature: "0x" } }), "authentication failed"],
    ["no signature", ({ address, message }) => ({ auth: { address, message } }), "signature is required"],
    ["nothing", () => ({ auth: null }), "/auth must be object"],
    ["no auth at all", () => ({}), "auth is required"],
  ];

  test.each(wrongs)("%s", async (_name, spoil, error) => {
    const ask = await call(await open());
    const auth = await authOf(ada);
    expect(await ask({ ...spoil(auth), payload })).toEqual({ error });
    expect(await ask({ auth, payload })).toEqual(answer);
  });

  test("a second wallet on one connection", async () => {
    const ask = await call(await open());
    expect(await ask({ auth: await authOf(ada), payload })).toEqual(answer);
    expect(await ask({ auth: await authOf(eve), payload })).toEqual({ error: "this connection belongs to somebody else" });
    expect(await ask({ auth: await authOf(ada), payload })).toEqual(answer);
  });

  test("a preset that was changed, or signed by another", async () => {
    const ask = await call(await open());
    const auth = await authOf(ada);
    const preset = { type: "save_preset", name: "demo", workflow_data, signature: await ada.signMessage(SORTED) };
    const refused = { error: "the preset is not signed by its sender" };
    const changed = { ...workflow_data, connections: [{ from: "start" }] };
    expect(await ask({ auth, payload: { ...preset, workflow_data: changed } })).toEqual(refused);
    expect(await ask({ auth, payload: { ...preset, signature: await eve.signMessage(SORTED) } })).toEqual(refused);
    expect(await ask({ auth, payload: preset })).toEqual({ status: "saved demo" });
  });
});

describe("a server that wants fresh signatures", () => {
  test.each([
    ["an old one", () => authOf(ada, Date.now() - 61_000)],
    ["one from the future", () => authOf(ada, Date.now() + 60_000)],
    ["an old one under a new time", async () => ({ ...(await authOf(ada, 0)), message: `${FLOWORK_STATEMENT}${Date.now()}` })],
  ])("refuses %s", async (_name, stale) => {
    const ask = await call(await open({ freshness: { maxAge: 60_000 } }));
    expect(await ask({ auth: await stale(), payload })).toEqual(refusal);
    expect(await ask({ auth: await authOf(ada), payload })).toEqual(answer);
  });

  test("takes each from one connection alone, unless it is told otherwise", async () => {
    const auth = await authOf(ada);
    const [strict, lax] = [
      await open({ freshness: { maxAge: 60_000 } }),
      await open({ freshness: { maxAge: 60_000, reusable: true } }),
    ];
    for (const url of [strict, lax, lax]) {
      const ask = await call(url);
      for (let n = 0; n < 2; n += 1) expect(await ask({ auth, payload })).toEqual(answer);
    }
    expect(await (await call(strict))({ auth, payload })).toEqual(refusal);
  });

  test("may refuse one that it has seen, by a check of its own", async () => {
    const seen = new Set<string>();
    const verifyAuth = (auth: unknown) => {
      // The contract's validator has let it pass.
      const { address, message, signature } = auth as Auth;
      if (seen.has(signature) || verifyMessage(message, signature) !== address) return false;
      seen.add(signature);
      return { address: address.toLowerCase() };
    };
    const url = await open({ verifyAuth });
    const auth = await authOf(ada);
    expect(await (await call(url))({ auth, payload })).toEqual(answer);
    const replay = await call(url);
    expect(await replay({ auth, payload })).toEqual(refusal);
    expect(await replay({ auth: await authOf(ada, 0), payload })).toEqual(answer);
  });
});

test("a wrong engine is closed with 1008 before any frame is read", async () => {
  const url = await open();
  for (const wrong of [url.replace("engine-1", "engine-2"), url.replace(/\?.*/, "")]) {
    const socket = new WebSocket(wrong);
    expect((await once(socket, "close"))[0]).toBe(1008);
  }
});

describe("our client", () => {
  test("signs with a wallet of ethers", async () => {
    const query = { engineId: "engine-1" };
    const client = await connectFlowork(await open(), { query, auth: () => authOf(ada) });
    expect(await client.requestVariables()).toEqual(answer);
    await client.close();
  });

  test("signs what ethers accepts, on a server that is not ours", async () => {
    const server = await startWebSocketServer([
      { from: "client", frame: {} },
      { from: "server", frame: answer },
    ]);
    onTestFinished(() => server.stop());
    const options = { query: { engineId: "engine-1" }, auth: walletAuth(KEY) };
    const client = await connectFlowork(`ws://127.0.0.1:${server.port}/`, options);
    expect(await client.requestVariables()).toEqual(answer);
    const [step] = await server.got;
    const { auth, payload: sent } = step?.frame as { auth: Auth; payload: unknown };
    expect(verifyMessage(auth.message, auth.signature)).toBe(ada.address);
    expect(auth).toEqual({
      address: ada.address,
      message: expect.stringMatching(/^Flowork .*: \d{13}$/),
      signature: auth.signature,
    });
    expect(sent).toEqual(payload);
    await client.close();
  });
});

function flipped(signature: string): string {
  return signature.replace(/.(?=..$)/, (digit) => (digit === "0" ? "1" : "0"));
}
