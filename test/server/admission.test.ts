import { describe, expect, test, vi } from "vitest";
import type { RefusalDescriptor } from "../../runtime/src/endpoint.ts";
import type { ServerDefinition } from "../../runtime/src/server/definition.ts";
import type { ServerOptions } from "../../runtime/src/server/options.ts";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { roomDefinition, serveRoom, turns } from "./support/serveRoom.ts";

const CLOSING: readonly RefusalDescriptor[] = [{ close: 1008, when: "who are you?" }];

function admitting(options: ServerOptions, changes: Partial<ServerDefinition> = {}, refusals?: readonly RefusalDescriptor[]) {
  const { contract } = roomDefinition(new MemoryListener().open);
  const endpoint = refusals === undefined ? contract.endpoint : { ...contract.endpoint, refusals };
  return serveRoom({}, options, { contract: { ...contract, endpoint }, ...changes });
}

const no = () => Promise.reject(new Error("bad token: eyJ"));

describe("a request is refused as the contract says", () => {
  test.each<[string, ServerOptions, object]>([
    [
      "what it wants is not there: before anybody asks who it is",
      { exists: () => false, authenticate: no },
      { kind: "status", status: 404 },
    ],
    ["its proof is wrong", { authenticate: no }, { kind: "status", status: 401 }],
    ["nobody knows it", { authenticate: () => null }, { kind: "status", status: 401 }],
    ["the hook that looks for it fails", { exists: no }, { kind: "status", status: 500 }],
    ["there are too many", { limits: { connections: 0 } }, { kind: "status", status: 503 }],
  ])("%s", async (_, options, admission) => {
    const { listener, server, errors } = admitting(options);
    expect(await listener.admit()).toEqual(admission);
    expect([server.counts.refused, errors.length]).toEqual([1, 1]);
  });

  test("by a close, where it says so", async () => {
    expect(await admitting({ authenticate: no }, {}, CLOSING).listener.admit()).toEqual({
      kind: "close",
      code: 1008,
      reason: "who are you?",
    });
  });

  test("what it wants is not there is never said by a close", async () => {
    expect(await admitting({ exists: () => false }, {}, CLOSING).listener.admit()).toEqual({ kind: "status", status: 404 });
  });
});

describe("what a hook throws, where nobody listens for errors", () => {
  const boom = new TypeError("users is not defined");
  const throwing = (error: Error) => () => Promise.reject(error);

  test.each<[string, ServerOptions, number, unknown[]]>([
    ["authenticate, by mistake", { authenticate: throwing(boom) }, 401, [boom]],
    ["exists, by mistake", { exists: throwing(boom) }, 500, [boom]],
    ["authenticate, to refuse", { authenticate: throwing(new WirepactError("rejected", "who?")) }, 401, []],
    ["authenticate, finding nobody", { authenticate: () => undefined }, 401, []],
  ])("%s", async (_, options, status, told) => {
    const console = vi.spyOn(globalThis.console, "error").mockImplementation(() => undefined);
    // Given without a value, it takes that of the test's server away: there is none.
    const { listener, server } = admitting({ ...options, onError: undefined } as unknown as ServerOptions);
    expect(await listener.admit()).toEqual({ kind: "status", status });
    expect(console.mock.calls.flat()).toEqual(told);
    expect(server.counts.refused).toBe(1);
    console.mockRestore();
  });
});

describe("a hook that gives nothing lets nobody in", () => {
  const users = new Map<string, object>();

  test.each([undefined, null, false, 0, "", Number.NaN])("authenticate gives %s", async (user) => {
    const { listener } = admitting({ authenticate: () => user });
    expect(await listener.admit()).toEqual({ kind: "status", status: 401 });
  });

  test("a look-up may be returned as it is", async () => {
    users.set("t", { name: "ada" });
    const { listener } = admitting({ authenticate: async ({ query }) => users.get(query["token"] ?? "") });
    expect(await listener.admit({ query: { token: "x" } })).toEqual({ kind: "status", status: 401 });
    expect(await listener.admit({ query: { token: "t" } })).toEqual({ kind: "accepted", user: { name: "ada" } });
  });

  test.each([undefined, null, 0, "", "no", 1, {}])("exists gives %s", async (there) => {
    const { listener } = admitting({ exists: () => there as boolean });
    expect(await listener.admit()).toEqual({ kind: "status", status: 404 });
  });
});

describe("who asks", () => {
  test("is what the hook says, or else what the first check finds", async () => {
    const upgradeChecks = [() => undefined, () => () => ({ sub: "ada" }), () => () => "second"];
    expect(await admitting({}, { upgradeChecks }).listener.admit()).toEqual({ kind: "accepted", user: { sub: "ada" } });
    const authenticate = (_: unknown, proof: unknown) => [proof];
    expect(await admitting({ authenticate }, { upgradeChecks }).listener.admit()).toEqual({
      kind: "accepted",
      user: [{ sub: "ada" }],
    });
  });

  test("needs all checks to pass", async () => {
    const upgradeChecks = [() => () => "fine", () => no];
    expect(await admitting({}, { upgradeChecks }).listener.admit()).toEqual({ kind: "status", status: 401 });
  });
});

test("a hook that never answers refuses in time", async () => {
  const { listener, clock } = admitting({ authenticate: () => new Promise(() => undefined) });
  const admission = listener.admit();
  await turns();
  clock.pass(10_000);
  expect(await admission).toEqual({ kind: "status", status: 503 });
  expect(clock.pending).toBe(0);
});

test("requests that are being judged count as connections", async () => {
  const { listener, clock } = admitting({ authenticate: () => new Promise(() => undefined), limits: { connections: 1 } });
  const first = listener.admit();
  expect(await listener.admit()).toEqual({ kind: "status", status: 503 });
  clock.pass(10_000);
  await first;
});

describe("a parameter of the query", () => {
  const admit = (query: Record<string, string>) => {
    const { contract } = roomDefinition(new MemoryListener().open);
    const endpoint = { ...contract.endpoint, query: [{ name: "engineId", required: true }], refusals: CLOSING };
    const options = { engineId: "engine-1" } as ServerOptions;
    return serveRoom({}, options, { contract: { ...contract, endpoint }, query: { engineId: "engineId" } }).listener.admit({
      query,
    });
  };

  test.each([
    {},
    { engineId: "" },
    { engineId: "engine-2" },
    { engineId: "engine-1engine-1" },
  ])("that is missing or wrong refuses: %j", async (query) => {
    expect(await admit(query)).toMatchObject({ kind: "close", code: 1008 });
  });

  test("that is right passes", async () => expect(await admit({ engineId: "engine-1" })).toMatchObject({ kind: "accepted" }));
});

describe("a proof with every frame", () => {
  const proving = (judge: (frame: unknown) => unknown) => {
    const room = serveRoom({ say: ({ text }: { text: string }) => ({ text }) }, {}, { frameCheck: () => judge });
    const peer = room.listener.connect();
    peer.taken();
    return { ...room, peer };
  };
  const idOf = (frame: unknown) => ({ address: (frame as { id: string }).id });

  test("makes the user; another one on the same connection is refused", () => {
    const { peer, server } = proving(idOf);
    peer.says({ type: "say", text: "a", id: "ada" });
    peer.says({ type: "say", text: "b", id: "bob" });
    expect(peer.frames).toMatchObject([{ type: "said" }, { type: "fault", text: "this connection belongs to somebody else" }]);
    expect([...server.sessions].map(({ user }) => user)).toEqual([{ address: "ada" }]);
  });

  test("that is wrong is refused with a general text, and the connection lives", () => {
    const { peer, errors } = proving((frame) => {
      if (idOf(frame).address === "eve") throw new Error("recovered 0xsecret");
      return {};
    });
    peer.says({ type: "say", text: "a", id: "eve" });
    peer.says({ type: "say", text: "b", id: "ada" });
    expect(peer.frames).toEqual([
      { type: "fault", code: "FAILED", text: "authentication failed", id: "eve" },
      { type: "said", text: "b", id: "ada" },
    ]);
    expect(errors).toHaveLength(1);
  });

  test("that takes its time keeps frames in order", async () => {
    const { peer } = proving((frame) => (idOf(frame).address === "slow" ? turns().then(() => ({})) : {}));
    peer.says({ type: "say", text: "a", id: "slow" });
    peer.says({ type: "say", text: "b", id: "fast" });
    expect(peer.frames).toEqual([]);
    await turns();
    await turns();
    expect(peer.frames).toMatchObject([{ text: "a" }, { text: "b" }]);
  });

  test("is waited for: until then nothing is overheard, and the connection ends without it", () => {
    const { peer, server, clock } = proving(idOf);
    server.broadcast("patch", { n: 1 });
    expect(peer.frames).toEqual([]);
    clock.pass(29_000);
    peer.alive();
    clock.pass(31_000);
    expect(peer.closing?.code).toBe(1008);
    expect(clock.pending).toBe(0);
  });
});
