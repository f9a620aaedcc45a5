import { connect as connectTcp } from "node:net";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { RecordingDoor } from "./listening.ts";
import { expectAlive, joined, raw } from "./rawClient.ts";
import { start } from "./strangers.ts";

describe("who does not come in", () => {
  test("who never joins is let go", async () => {
    const listening = await start(new RecordingDoor({ handshake: 30 }));
    const { closed } = await raw(listening);
    await closed;
    expect(listening.door.peers.kept).toEqual([]);
    await expectAlive(listening);
  });

  test("who joins another namespace only is let go too", async () => {
    const listening = await start(new RecordingDoor({ handshake: 30 }));
    const { socket, heard, closed } = await raw(listening);
    socket.send("40/admin,");
    expect(await heard.next()).toBe(`44/admin,{"message":"Invalid namespace"}`);
    await closed;
    expect(listening.door.peers.kept).toEqual([]);
  });

  test("who speaks before joining", async () => {
    const listening = await start();
    const { socket, closed } = await raw(listening);
    socket.send(`42["query",{}]`);
    await closed;
    expect(listening.door.peers.kept).toEqual([]);
    await expectAlive(listening);
  });

  test("who leaves while the decision is made", async () => {
    const listening = await start();
    let decide: (() => void) | undefined;
    const asked = new Promise<void>((resolve) => {
      listening.door.decide = () =>
        new Promise((accept) => {
          decide = () => accept({ kind: "accepted", user: "late" });
          resolve();
        });
    });
    const socket = connectTcp(listening.port, "127.0.0.1");
    const head =
      "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==";
    socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${head}\r\n\r\n`);
    await asked;
    const gone = new Promise((resolve) => socket.once("close", resolve));
    socket.resetAndDestroy();
    await gone;
    decide?.();
    listening.door.decide = () => ({ kind: "accepted", user: "ada" });
    await expectAlive(listening);
  });

  test.each(["guess", "__proto__", "constructor"])("who guesses the name of a connection: %s", async (sid) => {
    const listening = await start();
    const socket = new WebSocket(`ws://127.0.0.1:${listening.port}/socket.io/?EIO=4&transport=websocket&sid=${sid}`);
    const error = await new Promise((resolve) => socket.once("error", resolve));
    expect(error).toMatchObject({ message: "Unexpected server response: 400" });
    await expectAlive(listening);
  });

  test("an empty name is none: the core is asked", async () => {
    const listening = await start();
    listening.door.decide = () => ({ kind: "status", status: 401 });
    const socket = new WebSocket(`ws://127.0.0.1:${listening.port}/socket.io/?EIO=4&transport=websocket&sid=`);
    const error = await new Promise((resolve) => socket.once("error", resolve));
    expect(error).toMatchObject({ message: "Unexpected server response: 401" });
  });

  test("two names, of which Engine.IO reads the other: nobody was asked, and nobody comes in", async () => {
    const listening = await start();
    const { socket, heard, closed } = await raw(listening, "&sid=x&sid=");
    socket.send("40");
    expect(await heard.next()).toBe(`44{"message":"","data":{"code":1008}}`);
    await closed;
    expect([listening.door.asked, listening.door.peers.kept]).toEqual([[], []]);
  });
});

test("who never reads is closed at once where the core asks for it, whatever waits", async () => {
  const listening = await start(new RecordingDoor({ closing: 30 }));
  const { socket, peer, ends } = await joined(listening);
  socket.pause();
  const data = "x".repeat(1_000_000);
  for (let count = 0; count < 50; count += 1) peer.send({ frame: { event: "big", data } });
  expect(peer.buffered()).toBeGreaterThan(10_000_000);
  peer.close(1013, "too slow");
  expect(await ends.next()).toEqual({ code: 1013, reason: "too slow" });
  await expectAlive(listening);
});

test("a thousand connections come and go, and leave nothing", async () => {
  const listening = await start();
  const { door, listener } = listening;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  for (let round = 0; round < 20; round += 1) {
    const clients = await Promise.all(Array.from({ length: 50 }, () => raw(listening)));
    for (const { socket } of clients) socket.send("40");
    const accepted = [];
    for (const { heard } of clients) {
      await heard.next();
      accepted.push(await door.peers.next());
    }
    for (const { socket } of clients) socket.terminate();
    for (const { ends } of accepted) await ends.next();
  }
  await listener.close();
  expect(timers()).toBeLessThanOrEqual(before);
  expect(door.reports).toEqual([]);
});
