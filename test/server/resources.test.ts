import { describe, expect, test } from "vitest";
import type { ResourceOptions } from "../../runtime/src/server/resources.ts";
import type { MemoryPeer } from "./support/memoryPeer.ts";
import { roomContract } from "./support/roomProtocol.ts";
import { deferred, type RoomHandlers, serveRoom, turns } from "./support/serveRoom.ts";

/** A server whose `say` uses the resource that its id names; what happens to resources is noted. */
function withResources(changes: Partial<ResourceOptions> = {}, handlers: RoomHandlers = {}) {
  const log: string[] = [];
  const note = (word: string) => (id: string) => void log.push(`${word} ${id}`);
  const resources = {
    key: "/id",
    idle: 100,
    start: note("start"),
    pause: note("pause"),
    resume: note("resume"),
    destroy: note("destroy"),
    ...changes,
  };
  const run = ({ text }: { text: string }) => {
    log.push(`run ${text}`);
    return { text };
  };
  const room = serveRoom({ say: run, ...handlers }, { resources });
  const connect = (user?: unknown) => {
    const peer = room.listener.connect({}, user);
    peer.taken();
    return peer;
  };
  return { ...room, log, connect };
}

test("resources without a key, of a contract that has none, are refused", () => {
  const hooks = { start: () => undefined, destroy: () => undefined };
  expect(() => serveRoom({}, { resources: hooks })).toThrow("resources need a key");
});

const say = (peer: MemoryPeer, text: string, id = "w") => peer.says({ type: "say", text, id });

test("a resource starts at its first use, pauses when idle, resumes, and goes with its last connection", async () => {
  const { log, connect, clock } = withResources();
  const [one, two] = [connect("ada"), connect("ada")];
  say(one, "a");
  say(two, "b");
  await turns();
  expect(log.splice(0)).toEqual(["start w", "run a", "run b"]);
  clock.pass(100);
  await turns();
  say(one, "c");
  await turns();
  expect(log.splice(0)).toEqual(["pause w", "resume w", "run c"]);
  one.hangUp();
  await turns();
  expect(log).toEqual([]);
  two.hangUp();
  await turns();
  expect(log).toEqual(["destroy w"]);
  expect(clock.pending).toBe(0);
});

test("it belongs to the user whose connection named it first; to the connection, where there are no users", async () => {
  const { log, connect } = withResources();
  const [ada, bob, nobody] = [connect("ada"), connect("bob"), connect()];
  say(ada, "a");
  say(bob, "b");
  say(nobody, "c");
  await turns();
  for (const peer of [bob, nobody])
    expect(peer.frames).toMatchObject([{ type: "fault", text: '"w" belongs to somebody else', id: "w" }]);
  expect(log).toEqual(["start w", "run a"]);
});

test("a start that fails fails its call, and the next one tries again", async () => {
  let tries = 0;
  const start = () => (++tries === 1 ? Promise.reject(new Error("docker is down")) : undefined);
  const { connect, errors } = withResources({ start });
  const peer = connect();
  say(peer, "a");
  await turns();
  say(peer, "b");
  await turns();
  expect(peer.frames).toMatchObject([
    { type: "fault", text: "internal error" },
    { type: "said", text: "b" },
  ]);
  expect([tries, errors.length]).toEqual([2, 1]);
});

test("calls of one resource run one after the other, those of others beside them", async () => {
  const gate = deferred<undefined>();
  const ran: string[] = [];
  const handler = async ({ text }: { text: string }) => {
    ran.push(text);
    if (text === "slow") await gate.promise;
    return { text };
  };
  const { connect } = withResources({}, { say: handler });
  const peer = connect();
  say(peer, "slow");
  say(peer, "next");
  say(peer, "other", "v");
  await turns();
  expect(ran).toEqual(["slow", "other"]);
  gate.resolve(undefined);
  await turns();
  expect(ran).toEqual(["slow", "other", "next"]);
});

test("the last close destroys at once, even under a call that never ends; who comes after starts anew", async () => {
  const { log, connect } = withResources({}, { say: () => new Promise(() => undefined) });
  const peer = connect("ada");
  say(peer, "a");
  await turns();
  peer.hangUp();
  await turns();
  say(connect("bob"), "b");
  await turns();
  expect(log).toEqual(["start w", "destroy w", "start w"]);
});

test("who closes before a start is over leaves nothing behind", async () => {
  const gate = deferred<void>();
  const { log, connect, clock } = withResources({ start: () => gate.promise });
  const peer = connect();
  say(peer, "a");
  await turns();
  peer.hangUp();
  gate.resolve();
  await turns();
  expect(log.filter((line) => line.startsWith("destroy"))).toEqual(["destroy w"]);
  expect(clock.pending).toBe(0);
});

test("one connection uses so many at a time and no more; a hook that fails is told to the log", async () => {
  const { connect, errors } = withResources({ destroy: () => Promise.reject(new Error("stuck")) });
  const peer = connect();
  for (let n = 0; n < 11; n++) say(peer, "a", `id-${n}`);
  await turns();
  expect(peer.frames.filter((frame) => (frame as { type: string }).type === "fault")).toMatchObject([
    { text: "no more than 10 at a time" },
  ]);
  peer.hangUp();
  await turns();
  expect(errors).toHaveLength(10);
});

test("closing the server waits until they are destroyed", async () => {
  const gate = deferred<void>();
  const { server, connect } = withResources({ destroy: () => gate.promise });
  say(connect(), "a");
  await turns();
  let isClosed = false;
  const closed = server.close().then(() => {
    isClosed = true;
  });
  await turns();
  expect(isClosed).toBe(false);
  gate.resolve();
  await closed;
});

describe("names of a contract's resource, where nothing has to be started for them,", () => {
  const noted = (limits = {}) => {
    const contract = { ...roomContract, resource: { key: "/id", owner: "user" } };
    const room = serveRoom({ say: ({ text }: { text: string }) => ({ text }) }, { limits }, { contract });
    const connect = (query: Readonly<Record<string, string>> = {}) => room.listener.connect({ query });
    return { connect };
  };
  const asks = async (peer: MemoryPeer, id: string) => {
    peer.taken();
    say(peer, "x", id);
    await turns();
    return peer.frames.map((frame) => (frame as { type: string }).type);
  };

  test("belong to whom the query names, and to nobody who has no name: after a reconnect that is somebody else", async () => {
    const { connect } = noted();
    const [ada, again, bob, ...nameless] = [
      connect({ user: "ada" }),
      connect({ user: "ada" }),
      connect({ user: "bob" }),
      connect(),
      connect(),
    ];
    expect(await asks(ada, "w")).toEqual(["said"]);
    expect(await asks(again, "w")).toEqual(["said"]);
    expect(await asks(bob, "w")).toEqual(["fault"]);
    for (const peer of nameless) expect([await asks(peer, "w"), await asks(peer, "v")]).toEqual([["fault"], ["said"]]);
  });

  test("may be many: beyond the limit the oldest is let go", async () => {
    const { connect } = noted({ resources: 2 });
    const [ada, bob] = [connect({ user: "ada" }), connect({ user: "bob" })];
    for (const id of ["1", "2", "3"]) expect(await asks(ada, id)).toEqual(["said"]);
    expect([await asks(bob, "1"), await asks(bob, "2"), await asks(bob, "3")]).toEqual([["said"], ["fault"], ["fault"]]);
  });
});
