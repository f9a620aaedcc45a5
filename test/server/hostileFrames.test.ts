import { describe, expect, test } from "vitest";
import { dial, isAlive, type Listening, listenRoom } from "./support/listening.ts";
import { closeCodeIn, RawSocket, rawFrame } from "./support/rawSocket.ts";

/** A connection by hand, past the opening message. */
async function rawClient({ port }: Listening): Promise<RawSocket> {
  const raw = new RawSocket(port);
  await raw.upgrade("/rooms/1");
  await raw.until("hello");
  return raw;
}

/** The code with which a server closes after these bytes. */
async function closedBy(listening: Listening, ...frames: Buffer[]): Promise<number | undefined> {
  const raw = await rawClient(listening);
  for (const frame of frames) await raw.write(frame);
  return closeCodeIn(await raw.ended);
}

const say = (text: string) => JSON.stringify({ type: "say", text });

describe("A1: messages over the limit end their connection with 1009", () => {
  const limits = { payload: 1000 };

  test.each<[string, Buffer]>([
    ["a byte more than the limit", rawFrame(1, "x".repeat(1001))],
    ["2^63-1 bytes that are only declared", rawFrame(2, "", { length: 2n ** 63n - 1n })],
    ["2^53 bytes that are only declared", rawFrame(1, "", { length: 2n ** 53n })],
    ["2^31 bytes that are only declared", rawFrame(1, "", { length: 2n ** 31n })],
  ])("%s", async (_, frame) => {
    const listening = await listenRoom({}, { limits });
    expect(await closedBy(listening, frame)).toBe(1009);
    expect(await isAlive(listening.url)).toBe(true);
  });

  test("in fragments that are each below it", async () => {
    const listening = await listenRoom({}, { limits });
    const parts = [
      rawFrame(1, "x".repeat(600), { fin: false }),
      rawFrame(0, "x".repeat(600), { fin: false }),
      rawFrame(0, "x".repeat(600)),
    ];
    expect(await closedBy(listening, ...parts)).toBe(1009);
  });

  test("the limit itself is fine", async () => {
    const stranger = await dial((await listenRoom({}, { limits })).url);
    stranger.send(say("x".repeat(1000 - say("").length)));
    expect(await stranger.next()).toMatchObject({ type: "said" });
  });
});

describe("A2: pieces", () => {
  const limits = { fragments: 100 };

  test.each([
    ["of one byte", "x"],
    ["of nothing", ""],
  ])("a message in fragments %s ends with 1008 at the limit", async (_, piece) => {
    const listening = await listenRoom({}, { limits });
    const raw = await rawClient(listening);
    await raw.write(rawFrame(1, piece, { fin: false }));
    await raw.write(Buffer.concat(Array.from({ length: 1000 }, () => rawFrame(0, piece, { fin: false }))));
    expect(closeCodeIn(await raw.ended)).toBe(1008);
    expect(await isAlive(listening.url)).toBe(true);
  });

  test("a message may come in pieces, of frames and of TCP", async () => {
    const raw = await rawClient(await listenRoom({}, { limits }));
    const text = say("in pieces");
    const frames = [...text].map((char, n) => rawFrame(n === 0 ? 1 : 0, char, { fin: n === text.length - 1 }));
    for (const byte of Buffer.concat(frames)) await raw.write(Buffer.from([byte]));
    await raw.until("in pieces");
    expect(String(raw.arrived)).toContain('"text":"in pieces"');
    raw.socket.destroy();
  });
});

describe("A9: what no WebSocket may say", () => {
  const close = (code: number, reason: string | Buffer = "") => {
    const head = Buffer.alloc(2);
    head.writeUInt16BE(code);
    return rawFrame(8, Buffer.concat([head, Buffer.from(reason)]));
  };

  test.each<[string, number, Buffer]>([
    ["text that is no UTF-8", 1007, rawFrame(1, Buffer.from([0xff, 0xfe]))],
    ["half a surrogate pair, encoded", 1007, rawFrame(1, Buffer.from([0xed, 0xa0, 0x80]))],
    ["a reserved opcode", 1002, rawFrame(3, "x")],
    ["a reserved control opcode", 1002, rawFrame(0xb, "x")],
    ["a frame that is not masked", 1002, rawFrame(1, say("x"), { masked: false })],
    ["a continuation of nothing", 1002, rawFrame(0, "x")],
    ["a ping of 126 bytes", 1002, rawFrame(9, "x".repeat(126))],
    ["a ping in fragments", 1002, rawFrame(9, "x", { fin: false })],
    ["a close of one byte", 1002, rawFrame(8, "x")],
    ["a close with 1005", 1002, close(1005)],
    ["a close with 1006", 1002, close(1006)],
    ["a close with 999", 1002, close(999)],
    ["a close with 5000", 1002, close(5000)],
    ["a close with 124 bytes of reason", 1002, close(1000, "x".repeat(124))],
    ["a close whose reason is no UTF-8", 1007, close(1000, Buffer.from([0xff]))],
  ])("%s is answered by %s, and reaches nobody else", async (_, code, frame) => {
    const heard: unknown[] = [];
    const listening = await listenRoom({ say: () => void heard.push("say"), note: () => void heard.push("note") });
    const other = await dial(listening.url);
    expect(await closedBy(listening, frame)).toBe(code);
    expect([heard, listening.errors]).toEqual([[], []]);
    expect(other.socket.readyState).toBe(other.socket.OPEN);
  });

  test("a connection that is cut in the middle of a frame is over, and nothing of it is handled", async () => {
    const heard: unknown[] = [];
    const listening = await listenRoom({ note: () => void heard.push("note") });
    const raw = await rawClient(listening);
    const over = new Promise<unknown>((resolve) => {
      for (const session of listening.server.sessions) session.signal.addEventListener("abort", resolve);
    });
    const frame = rawFrame(1, JSON.stringify({ type: "note", text: "x".repeat(100) }));
    await raw.write(frame.subarray(0, frame.length - 1));
    raw.socket.destroy();
    await over;
    expect([heard, listening.server.sessions.size]).toEqual([[], 0]);
  });
});

describe("A10: reasons of a close", () => {
  test.each<[string, unknown, string]>([
    ["is cut before a character that does not fit", "é".repeat(100), "é".repeat(61)],
    ["is cut before an emoji that does not fit", `x${"😀".repeat(50)}`, `x${"😀".repeat(30)}`],
    ["may be as long as a close frame", "x".repeat(123), "x".repeat(123)],
    ["of another type is none", { length: 200 }, ""],
    ["that is a number, such as a size of memory, is none", 123, ""],
    ["that is bytes is none", Buffer.alloc(50, "secret"), ""],
    ["with half a pair travels as a replacement", "a\ud800", "a\ufffd"],
  ])("one that %s", async (_, reason, arrived) => {
    const { url, server, errors } = await listenRoom();
    const stranger = await dial(url);
    // A user's code in JavaScript may hand over anything.
    for (const session of server.sessions) session.close(4000, reason as string);
    expect(await stranger.closed).toEqual({ code: 4000, reason: arrived });
    expect(errors).toEqual([]);
  });

  test.each([0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 1.5, Number.NaN, -1])("the code %s becomes 1011", async (code) => {
    const { url, server } = await listenRoom();
    const stranger = await dial(url);
    for (const session of server.sessions) session.close(code);
    expect((await stranger.closed).code).toBe(1011);
  });
});
