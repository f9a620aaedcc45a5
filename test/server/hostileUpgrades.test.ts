import { describe, expect, test } from "vitest";
import { dial, isAlive, type Listening, listenRoom, refusal, Stranger } from "./support/listening.ts";
import { RawSocket, rawFrame, upgradeHead } from "./support/rawSocket.ts";

/** What is answered to a head, by its first line. */
async function answerTo({ port }: Listening, head: string): Promise<string> {
  const raw = new RawSocket(port);
  await raw.write(head);
  return String(await raw.ended).split("\r\n")[0] ?? "";
}

describe("A3: compression", () => {
  test("is not agreed to, so that there is nothing to inflate", async () => {
    const { port, url } = await listenRoom();
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1", { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits" });
    expect(String(raw.arrived).toLowerCase()).not.toContain("sec-websocket-extensions");
    // A frame that says it is compressed: RSV1.
    const frame = rawFrame(1, "x".repeat(100));
    frame[0] = 0xc1;
    await raw.write(frame);
    expect((await raw.ended).includes(Buffer.from([0x88, 2, 0x03, 0xea]))).toBe(true);
    expect(await isAlive(url)).toBe(true);
  });
});

describe("A4: requests that are none are answered with a status, and nothing else happens", () => {
  const spaces = " ".repeat(10_000);

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["no Upgrade", { Upgrade: "", Connection: "close" }, "426"],
    ["another protocol", { Upgrade: "h2c" }, "400"],
    ["two protocols", { Upgrade: "websocket, websocket" }, "400"],
    ["no key", { "Sec-WebSocket-Key": "" }, "400"],
    ["a key that is none", { "Sec-WebSocket-Key": "short" }, "400"],
    ["a key of too many bytes", { "Sec-WebSocket-Key": "x".repeat(5000) }, "400"],
    ["an old version", { "Sec-WebSocket-Version": "7" }, "400"],
    ["a version that is none", { "Sec-WebSocket-Version": "constructor" }, "400"],
    ["a subprotocol of nothing but commas", { "Sec-WebSocket-Protocol": ",".repeat(5000) }, "400"],
    ["spaces in a subprotocol", { "Sec-WebSocket-Protocol": `a${spaces}b` }, "400"],
    ["one subprotocol twice", { "Sec-WebSocket-Protocol": "a, a" }, "400"],
    ["more bytes of headers than HTTP allows", { "X-Long": "x".repeat(50_000) }, "431"],
  ])("%s", async (_, headers, status) => {
    const listening = await listenRoom();
    expect(await answerTo(listening, upgradeHead("/rooms/1", headers))).toContain(` ${status} `);
    expect([listening.server.counts.accepted, listening.errors]).toEqual([0, []]);
    expect(await isAlive(listening.url)).toBe(true);
  });

  test.each([
    ["Sec-WebSocket-Protocol", "constructor"],
    ["Sec-WebSocket-Protocol", "__proto__, toString"],
    ["Sec-WebSocket-Extensions", "constructor"],
    ["Sec-WebSocket-Extensions", "__proto__; a=b"],
    ["Sec-WebSocket-Extensions", `a${spaces}`],
    ["Sec-WebSocket-Extensions", "a;".repeat(3000)],
  ])("%s: %.20s harms nobody", async (name, value) => {
    const listening = await listenRoom();
    const raw = new RawSocket(listening.port);
    await raw.upgrade("/rooms/1", { [name]: value });
    expect(String(raw.arrived)).toMatch(/^HTTP\/1\.1 (101|400) /);
    raw.socket.destroy();
    expect(await isAlive(listening.url)).toBe(true);
  });

  test("more headers than the limit", async () => {
    const listening = await listenRoom({}, { limits: { headers: 20 } });
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`X-${n}`, "1"]));
    expect(await answerTo(listening, upgradeHead("/rooms/1", many))).toContain(" 431 ");
    expect(await isAlive(listening.url)).toBe(true);
  });

  test.each([
    "GET /rooms/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "GET /rooms/1?%E0%A4%A=%&__proto__=1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "GET * HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "GET //[ HTTP/1.1\r\nHost: [\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "\u0016\u0003\u0001\u0002\u0000",
    "GET /rooms/1 HTTP/9.9\r\n\r\n",
    "POST /rooms/1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n",
  ])("a head that is nonsense: %j", async (head) => {
    const listening = await listenRoom();
    expect(await answerTo(listening, head)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(listening.errors).toEqual([]);
    expect(await isAlive(listening.url)).toBe(true);
  });
});

describe("A5: origins", () => {
  const origins = ["https://good.com"];

  test.each([
    "http://good.com",
    "https://good.com:444",
    "https://good.com.evil.com",
    "https://evil-good.com",
    "https://GOOD.com",
    "https://good.com/",
    "null",
    "",
    "https://good.com, https://evil.com",
  ])("%j is refused before the upgrade, whatever cookie it brings", async (origin) => {
    let asked = 0;
    const listening = await listenRoom({}, { origins, authenticate: () => ++asked });
    const { port } = listening;
    const raw = new RawSocket(port);
    await raw.write(upgradeHead("/rooms/1", { Cookie: "session=1" }).replace("\r\n\r\n", `\r\nOrigin: ${origin}\r\n\r\n`));
    expect(String(await raw.ended)).toContain(" 403 ");
    expect([asked, listening.server.counts.accepted]).toEqual([0, 0]);
  });

  test("of the list pass, and so do clients without one; without a list, all do", async () => {
    const listed = await listenRoom({}, { origins });
    await dial(listed.url, { origin: "https://good.com" });
    await dial(listed.url);
    expect(await refusal(listed.url, { origin: "https://evil.com" })).toBe(403);
    await dial((await listenRoom()).url, { origin: "https://evil.com" });
  });
});

describe("A6: who says nothing is let go, and leaves no timer", () => {
  const limits = { handshake: 50, idle: 50, alive: 50, unproven: 50 };

  test.each([
    ["nothing at all", ""],
    ["half a head", "GET /rooms/1 HTTP/1.1\r\nHost: x\r\n"],
    ["half a body", "POST /other HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nx"],
  ])("%s", async (_, head) => {
    const { port } = await listenRoom({}, { limits });
    const raw = new RawSocket(port);
    if (head !== "") await raw.write(head);
    expect(String(await raw.ended)).toMatch(/^(HTTP\/1\.1 4|$)/);
  });

  test("who does not answer a ping, as a half-open connection", async () => {
    const { port, server, clock } = await listenRoom({}, { limits });
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1");
    expect((await raw.ended).includes(Buffer.from([0x89, 0]))).toBe(true);
    expect([server.sessions.size, clock.pending]).toEqual([0, 0]);
  });

  test("who does not prove anything where every frame must", async () => {
    const check = { frameCheck: () => () => Promise.reject(new Error("no")) };
    const { url, server } = await listenRoom({}, { limits: { unproven: 50 } }, check);
    const stranger = await dial(url);
    stranger.send({ type: "say", text: "x" });
    expect((await stranger.closed).code).toBe(1008);
    expect(server.sessions.size).toBe(0);
  });

  test("who stays while its own opening message never comes", async () => {
    const { url, server } = await listenRoom({ hello: () => new Promise(() => undefined) }, { limits });
    expect((await new Stranger(url).closed).code).toBe(1011);
    expect(server.sessions.size).toBe(0);
  });

  test("who answers no close is cut off", async () => {
    const { port, server, clock } = await listenRoom({}, { limits: { closing: 50 } });
    const raw = new RawSocket(port);
    await raw.upgrade("/rooms/1");
    for (const session of server.sessions) session.close(4000, "go");
    await raw.ended;
    expect([server.sessions.size, clock.pending]).toEqual([0, 0]);
  });
});
