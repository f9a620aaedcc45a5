import { describe, expect, test } from "vitest";
import { RecordingDoor } from "./listening.ts";
import { expectAlive, joined } from "./rawClient.ts";
import { start, stranger } from "./strangers.ts";

describe("events of any name reach the core as data", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "error", "newEvent", "", "\u0000", "connect_", "💥"];

  test.each(names)("%j", async (name) => {
    const listening = await start();
    const { socket, frames } = await joined(listening);
    socket.send(`42${JSON.stringify([name, { a: 1 }])}`);
    expect(await frames.next()).toEqual({ kind: "event", frame: { event: name, data: { a: 1 } } });
    await expectAlive(listening);
  });

  test("a key __proto__ stays a key of its own", async () => {
    const listening = await start();
    const { socket, frames } = await joined(listening);
    socket.send(`42["query",{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]`);
    const { frame } = (await frames.next()) as { frame: { data: object } };
    expect(Object.hasOwn(frame.data, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("a number for a name, a second value, a wish for an acknowledgement", async () => {
    const listening = await start();
    const { socket, frames } = await joined(listening);
    for (const text of [`42[5,1]`, `42["two",1,2]`, `427["asked",1]`, `427["bare"]`]) socket.send(text);
    const heard = [await frames.next(), await frames.next(), await frames.next(), await frames.next()];
    expect(heard.map((frame) => (frame as { frame: unknown }).frame)).toEqual([
      { event: 5, data: 1 },
      { event: "two", data: 1 },
      { event: "asked", data: 1 },
      { event: "bare" },
    ]);
    await expectAlive(listening);
  });
});

describe("what breaks the protocol ends its connection, and no other", () => {
  test.each([
    ["a reserved name", `42["disconnect","x"]`],
    ["another reserved name", `42["newListener","x"]`],
    ["no list", `42{"event":"query"}`],
    ["an empty list", "42[]"],
    ["no JSON", `42["query",{]`],
    ["an unknown packet", "49"],
    ["a refusal", `44{"message":"x"}`],
    ["too many attachments", `4511-["query",{"_placeholder":true,"num":0}]`],
    ["a number of attachments that is none", `45x-["query"]`],
    ["text where an attachment should be", `451-["query",{"_placeholder":true,"num":0}]\n42["query"]`],
    ["an event of another namespace", `42/admin,["query"]`],
    ["the wrong heartbeat", "2"],
    ["no packet of Engine.IO", "x"],
    ["nothing", ""],
    ["a second join", "40"],
    ["a join of another namespace", "40/admin,"],
  ])("%s", async (_name, text) => {
    const listening = await start();
    const { socket, frames, ends, closed } = await joined(listening);
    for (const packet of text.split("\n")) socket.send(packet);
    await closed;
    await ends.next();
    expect(frames.kept).toEqual([]);
    await expectAlive(listening);
  });

  test("an attachment that nobody announced, and a place for one that never comes", async () => {
    const listening = await start();
    const bytes = await joined(listening);
    bytes.socket.send(Buffer.from([1, 2, 3]));
    await bytes.closed;
    const place = await joined(listening);
    place.socket.send(`451-["query",{"_placeholder":true,"num":7}]`);
    place.socket.send(Buffer.from([1]));
    await place.closed;
    expect([...bytes.frames.kept, ...place.frames.kept]).toEqual([]);
    await expectAlive(listening);
  });

  test("an attachment that was announced is bytes, which the contract will refuse", async () => {
    const listening = await start();
    const { socket, frames } = await joined(listening);
    socket.send(`451-["query",{"_placeholder":true,"num":0}]`);
    socket.send(Buffer.from([1, 2]));
    expect(await frames.next()).toEqual({ kind: "event", frame: { event: "query", data: Buffer.from([1, 2]) } });
  });

  test("a message over the limit", async () => {
    const listening = await start(new RecordingDoor({ payload: 1000 }));
    const { socket, closed, ends, frames } = await joined(listening);
    socket.send(`42["query",${JSON.stringify("x".repeat(1000))}]`);
    expect(await closed).toBe(1009);
    await ends.next();
    expect(frames.kept).toEqual([]);
    await expectAlive(listening);
  });

  test("a message over the limit, by polling", async () => {
    const listening = await start(new RecordingDoor({ payload: 1000 }));
    const socket = stranger(listening.url, { transports: ["polling"] });
    const { ends, frames } = await listening.door.peers.next();
    socket.emit("query", "x".repeat(2000));
    await ends.next();
    expect(frames.kept).toEqual([]);
    await expectAlive(listening);
  });

  test("very deep nesting reaches the core, which bounds it", async () => {
    const listening = await start();
    const { socket, frames } = await joined(listening);
    socket.send(`42["query",${"[".repeat(200_000)}${"]".repeat(200_000)}]`);
    expect((await frames.next()).kind).toBe("event");
    await expectAlive(listening);
  });

  test("very deep nesting with an attachment", async () => {
    const listening = await start();
    const { socket, closed } = await joined(listening);
    socket.send(`451-["query",${"[".repeat(200_000)}${"]".repeat(200_000)}]`);
    socket.send(Buffer.from([1]));
    await closed;
    await expectAlive(listening);
  });
});
