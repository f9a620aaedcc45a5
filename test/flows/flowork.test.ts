import { connectFlowork } from "@wirepact/flowork/client";
import { type FloworkHandlers, type FloworkServerOptions, serveFlowork } from "@wirepact/flowork/server";
import { walletAuth } from "@wirepact/runtime/eip191";
import { verifyMessage, Wallet } from "ethers";
import { describe, expect, test } from "vitest";
import { Stranger } from "../server/support/listening.ts";
import { asks, dialled, serving } from "./support/serving.ts";

/** Facts of flowork's connections, in the words of decisions.md, "flowork": what a plain socket sees of the generated server. */

const WALLET = new Wallet("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
const OTHER = new Wallet("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
const STATEMENT = "Flowork GUI-to-Engine Authentication: ";
const SETTINGS = { type: "settings_response", settings: {} };

const handlers: Partial<FloworkHandlers> = {
  requestSettings: () => ({ settings: {} }),
  savePreset: () => ({ status: "preset saved" }),
  requestDrives: () => ({ error: "no drives" }),
  requestDirectoryList: ({ path }) => ({ path, items: [] }),
  executeWorkflow() {
    throw new Error("the password is hunter2");
  },
};

function start(options: FloworkServerOptions = {}, more: Partial<FloworkHandlers> = {}): Promise<string> {
  return serving(serveFlowork({ ...handlers, ...more }, { engineId: "engine-1", onError: () => undefined, ...options }));
}

function dial(host: string): Promise<Stranger> {
  return dialled(`ws://${host}/?engineId=engine-1`);
}

/** What another library signs. */
async function sign(message = `${STATEMENT}${Date.now()}`, wallet = WALLET) {
  return { address: wallet.address, message, signature: await wallet.signMessage(message) };
}

const request = (auth: unknown, payload: object = { type: "request_settings" }) => ({ auth, payload });

describe("upgrade with a missing or wrong engineId: closed with 1008", () => {
  test.each([
    ["missing", "/"],
    ["empty", "/?engineId="],
    ["wrong", "/?engineId=engine-2"],
    ["right, but for its case", "/?engineId=ENGINE-1"],
  ])("%s", async (_, path) => {
    const stranger = new Stranger(`ws://${await start()}${path}`);
    expect(await stranger.closed).toMatchObject({ code: 1008 });
  });

  test("right", async () => {
    expect(await asks(await dial(await start()), request(await sign()))).toEqual(SETTINGS);
  });
});

describe("the signer's address must equal address, compared without case", () => {
  test.each([
    ["as the wallet writes it", (address: string) => address],
    ["in lower case", (address: string) => address.toLowerCase()],
    ["in upper case", (address: string) => `0x${address.slice(2).toUpperCase()}`],
  ])("%s", async (_, written) => {
    const auth = await sign();
    const frame = request({ ...auth, address: written(auth.address) });
    expect(await asks(await dial(await start()), frame)).toEqual(SETTINGS);
  });

  test("so that all of these are one sender on one connection", async () => {
    const stranger = await dial(await start());
    const auth = await sign();
    for (const address of [auth.address, auth.address.toLowerCase()]) {
      expect(await asks(stranger, request({ ...auth, address }))).toEqual(SETTINGS);
    }
  });

  test("the server binds nothing: any text will do, and a signature may be used again", async () => {
    const stranger = await dial(await start());
    const auth = await sign("hello");
    expect(await asks(stranger, request(auth))).toEqual(SETTINGS);
    expect(await asks(stranger, request(auth))).toEqual(SETTINGS);
  });
});

describe("refused frame: the server answers {error: string} and keeps the socket open", () => {
  const payload = { type: "request_settings" };

  test.each([
    ["not JSON", async () => "{"],
    ["no object", async () => "[]"],
    ["no auth", async () => ({ payload })],
    ["an auth that is null", async () => request(null)],
    ["no signature", async () => request({ ...(await sign()), signature: undefined })],
    ["an empty signature", async () => request({ ...(await sign()), signature: "" })],
    ["another text than was signed", async () => request({ ...(await sign()), message: "another" })],
    ["another address than the signer's", async () => request({ ...(await sign()), address: OTHER.address })],
    ["no payload", async () => ({ auth: await sign() })],
    ["an unknown type", async () => request(await sign(), { type: "jump" })],
    ["a type that only the server sends", async () => request(await sign(), SETTINGS)],
    ["a field that is missing", async () => request(await sign(), { type: "load_preset" })],
    ["a handler that throws", async () => request(await sign(), { type: "execute_workflow", workflow_data: {} })],
    ["a command without a handler", async () => request(await sign(), { type: "pause_workflow" })],
  ])("%s", async (_, make) => {
    const stranger = await dial(await start());
    const refused = await asks(stranger, await make());
    expect(refused).toEqual({ error: expect.any(String) });
    expect(JSON.stringify(refused)).not.toContain("hunter2");
    expect(await asks(stranger, request(await sign()))).toEqual(SETTINGS);
  });

  test("a frame of somebody else on a connection that has proven who it is", async () => {
    const stranger = await dial(await start());
    await asks(stranger, request(await sign()));
    expect(await asks(stranger, request(await sign(undefined, OTHER)))).toEqual({ error: expect.any(String) });
  });
});

describe("verifyAuth is a hook, whose default is the EIP-191 check", () => {
  test.each([
    ["that lets through", () => true, SETTINGS],
    ["that says who it is", () => ({ name: "ada" }), SETTINGS],
    ["that refuses", () => false, { error: expect.any(String) }],
    ["that throws", () => Promise.reject(new Error("no")), { error: expect.any(String) }],
  ])("a hook %s", async (_, verifyAuth, answer) => {
    const auth = { address: "a", message: "b", signature: "c" };
    expect(await asks(await dial(await start({ verifyAuth })), request(auth))).toEqual(answer);
  });

  test("false turns it off", async () => {
    const auth = { address: "a", message: "b", signature: "c" };
    expect(await asks(await dial(await start({ verifyAuth: false })), request(auth))).toEqual(SETTINGS);
  });
});

describe("an optional freshness window, off by default", () => {
  const old = `${STATEMENT}${Date.now() - 3_600_000}`;
  const freshness = { maxAge: 60_000, ahead: 1_000 };

  test("without it an old signature holds", async () => {
    expect(await asks(await dial(await start()), request(await sign(old)))).toEqual(SETTINGS);
  });

  test.each([
    ["a fresh one", () => `${STATEMENT}${Date.now()}`, SETTINGS],
    ["an old one", () => old, { error: expect.any(String) }],
    ["one of the future", () => `${STATEMENT}${Date.now() + 3_600_000}`, { error: expect.any(String) }],
    ["one of another text", () => `Some other site: ${Date.now()}`, { error: expect.any(String) }],
    ["one without a time", () => STATEMENT, { error: expect.any(String) }],
  ])("with it, %s", async (_, text, answer) => {
    expect(await asks(await dial(await start({ freshness })), request(await sign(text())))).toEqual(answer);
  });
});

describe("what a frame may hold", () => {
  test("job_id may accompany every payload; what the contract does not know is kept", async () => {
    const got: unknown[] = [];
    const requestSettings: FloworkHandlers["requestSettings"] = (message) => {
      got.push(message);
      return { settings: {} };
    };
    const payload = { type: "request_settings", job_id: "job-1", colour: "red" };
    expect(await asks(await dial(await start({}, { requestSettings })), request(await sign(), payload))).toEqual(SETTINGS);
    expect(got).toEqual([payload]);
  });

  test("save_preset.signature is a second, separate signature: personal_sign over the key-sorted JSON", async () => {
    const workflow_data = { nodes: [], connections: [], a: { z: 1, b: 2 } };
    const sorted = '{"workflow_data":{"a":{"b":2,"z":1},"connections":[],"nodes":[]}}';
    const signature = await WALLET.signMessage(sorted);
    expect(walletAuth(WALLET.privateKey).signPreset(workflow_data)).toBe(signature);
    const payload = { type: "save_preset", name: "demo", workflow_data, signature };
    const stranger = await dial(await start());
    expect(await asks(stranger, request(await sign(), payload))).toEqual({ status: "preset saved" });
  });

  test.each([
    ["drives_list_response carries drives or error", "request_drives", {}, { type: "drives_list_response", error: "no drives" }],
    [
      "directory_list_response carries items or error, and path beside either",
      "request_directory_list",
      { path: "/" },
      { type: "directory_list_response", path: "/", items: [] },
    ],
  ])("%s", async (_, type, fields, answer) => {
    expect(await asks(await dial(await start()), request(await sign(), { type, ...fields }))).toEqual(answer);
  });

  test.each([
    ["both", { drives: [], error: "no drives" }],
    ["neither", {}],
  ])("%s of drives and error is never sent", async (_, fields) => {
    // A plain JavaScript handler; the compiler would not let it pass.
    const requestDrives = (() => fields) as unknown as FloworkHandlers["requestDrives"];
    const stranger = await dial(await start({}, { requestDrives }));
    expect(await asks(stranger, request(await sign(), { type: "request_drives" }))).toEqual({ error: "internal error" });
  });
});

describe("pairs, first in first out where no field matches", () => {
  test.each([
    ["by path, in the order in which they are ready", "request_directory_list", [{ path: "/slow" }, { path: "/quick" }], [1, 0]],
    ["the same path, in the order of the requests", "request_directory_list", [{ path: "/slow" }, { path: "/slow" }], [0, 1]],
    ["settings, in the order of the requests", "request_settings", [{}, {}], [0, 1]],
  ])("%s", async (_, type, payloads, order) => {
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let count = 0;
    const turn = async () => {
      const mine = count++;
      if (mine === 0) await slow;
      else setImmediate(finish);
      return mine;
    };
    const requestDirectoryList: FloworkHandlers["requestDirectoryList"] = async ({ path }) => {
      const mine = await turn();
      return { path, items: [{ name: String(mine), path, type: "file" }] };
    };
    const requestSettings: FloworkHandlers["requestSettings"] = async () => ({ settings: { mine: String(await turn()) } });
    const stranger = await dial(await start({}, { requestDirectoryList, requestSettings }));
    for (const payload of payloads) stranger.send(request(await sign(), { type, ...payload }));
    const seen = [await stranger.next(), await stranger.next()].map((frame) => JSON.stringify(frame));
    expect(seen.map((text) => Number(/"(\d)"/.exec(text)?.[1]))).toEqual(order);
  });
});

test("the client signs the statement and the time, once for each connection, and every frame carries it", async () => {
  const got: unknown[] = [];
  const verifyAuth: FloworkServerOptions["verifyAuth"] = (auth) => {
    got.push(auth);
    return true;
  };
  const auth = walletAuth(WALLET.privateKey);
  const before = Date.now();
  const client = await connectFlowork(`ws://${await start({ verifyAuth })}/`, { auth, query: { engineId: "engine-1" } });
  await client.requestSettings();
  await client.requestDirectoryList({ path: "/" });
  await client.close();
  const [first, second] = got as Awaited<ReturnType<typeof sign>>[];
  if (first === undefined) throw new Error("nothing was sent");
  expect(second).toEqual(first);
  expect(verifyMessage(first.message, first.signature)).toBe(WALLET.address);
  expect(first.address.toLowerCase()).toBe(WALLET.address.toLowerCase());
  expect(first.message).toMatch(/^Flowork GUI-to-Engine Authentication: \d+$/);
  expect(Number(first.message.slice(STATEMENT.length))).toBeGreaterThanOrEqual(before);
});
