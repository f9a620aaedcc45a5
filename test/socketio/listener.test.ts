import { describe, expect, test } from "vitest";
import { openSocketioServer } from "../../runtime/src/codegen-v1/socketio-server.ts";
import { listenTo, RecordingDoor } from "./listening.ts";
import { connected, eventsOf, happens, start, stranger, TRANSPORTS } from "./strangers.ts";

describe.each(TRANSPORTS.map((transports) => ({ transports })))("over $transports", ({ transports }) => {
  test("events go both ways", async () => {
    const { door, url } = await start();
    const socket = stranger(url, { transports });
    const events = eventsOf(socket);
    const { peer, frames, user } = await door.peers.next();
    expect(user).toBe("ada");
    peer.send({ frame: { event: "connected", data: { data: "hello ü 😀" } } });
    peer.send({ frame: { event: "nothing" } });
    expect(await events.next()).toEqual(["connected", { data: "hello ü 😀" }]);
    expect(await events.next()).toEqual(["nothing"]);
    socket.emit("query", { prompt: "hi", session_id: "1" });
    socket.emit("bare");
    expect(await frames.next()).toEqual({ kind: "event", frame: { event: "query", data: { prompt: "hi", session_id: "1" } } });
    expect(await frames.next()).toEqual({ kind: "event", frame: { event: "bare" } });
    expect(door.reports).toEqual([]);
  });

  test("the client's end is told once", async () => {
    const { door, url } = await start();
    const socket = stranger(url, { transports });
    const { ends } = await door.peers.next();
    await connected(socket);
    socket.disconnect();
    expect(await ends.next()).toEqual({ code: 1000, reason: "client namespace disconnect" });
    expect(ends.kept).toEqual([]);
  });

  test("a server that closes is heard, and what it sent before", async () => {
    const { door, url } = await start();
    const socket = stranger(url, { transports });
    const events = eventsOf(socket);
    const gone = happens(socket, "disconnect");
    const { peer, ends } = await door.peers.next();
    peer.send({ frame: { event: "last" } });
    peer.close(1008, "no more");
    peer.close(1000, "again");
    peer.send({ frame: { event: "late" } });
    expect(await events.next()).toEqual(["last"]);
    expect((await gone)[0]).toBe("io server disconnect");
    expect(await ends.next()).toEqual({ code: 1008, reason: "no more" });
    expect([...events.kept, ...ends.kept, ...door.reports]).toEqual([]);
  });

  test("a status refuses before anything is open", async () => {
    const { door, url } = await start();
    door.decide = () => ({ kind: "status", status: 401 });
    const [error] = await happens(stranger(url, { transports }), "connect_error");
    const { description } = error as { description: unknown };
    if (transports[0] === "polling") expect(description).toBe(401);
    else expect((description as Error).message).toBe("Unexpected server response: 401");
    expect(door.peers.kept).toEqual([]);
  });

  test("a close refuses with the code and the reason", async () => {
    const { door, url } = await start();
    door.decide = () => ({ kind: "close", code: 1008, reason: "wrong engine" });
    const [error] = await happens(stranger(url, { transports }), "connect_error");
    expect(error).toMatchObject({ message: "wrong engine", data: { code: 1008 } });
    expect(door.peers.kept).toEqual([]);
  });

  test("a client that shall come back only loses its transport", async () => {
    const { door, url } = await start();
    const socket = stranger(url, { transports });
    const gone = happens(socket, "disconnect");
    const { peer, ends } = await door.peers.next();
    await connected(socket);
    peer.close(1012, "restart");
    expect((await gone)[0]).toBe("transport close");
    expect(await ends.next()).toEqual({ code: 1012, reason: "restart" });
  });

  test("a peer can be ended at once", async () => {
    const { door, url } = await start();
    const socket = stranger(url, { transports });
    const { peer, ends } = await door.peers.next();
    await connected(socket);
    peer.terminate();
    peer.terminate();
    expect((await ends.next()).code).toBe(1006);
    expect(ends.kept).toEqual([]);
  });
});

test("the request tells the namespace, the query, headers and the address", async () => {
  const { door, url } = await start();
  stranger(url, { query: { token: "t" }, extraHeaders: { "X-Own": "yes" } });
  const { peer } = await door.peers.next();
  for (const request of [peer.request, door.asked[0]]) {
    expect(request).toMatchObject({ path: "/", parameters: {}, query: { token: "t", EIO: "4" }, remoteAddress: "127.0.0.1" });
    expect(request?.headers["x-own"]).toBe("yes");
  }
  expect(door.asked.length).toBe(1);
});

test("life is told: every packet of the client", async () => {
  const { door, url } = await start(new RecordingDoor({ idle: 20 }));
  stranger(url);
  const accepted = await door.peers.next();
  const seen = accepted.alive;
  await expect.poll(() => accepted.alive).toBeGreaterThan(seen + 1);
});

test("what waits is counted, and leaves when the reader takes it", async () => {
  const { door, url } = await start();
  const socket = stranger(url, { transports: ["websocket"] });
  const { peer } = await door.peers.next();
  await connected(socket);
  expect(peer.buffered()).toBe(0);
  const data = "x".repeat(100_000);
  for (let count = 0; count < 200; count += 1) peer.send({ frame: { event: "big", data } });
  expect(peer.buffered()).toBeGreaterThan(10_000_000);
  await expect.poll(() => peer.buffered()).toBe(0);
});

test("frames that Socket.IO cannot carry are reported, not thrown", async () => {
  const { door, url } = await start();
  stranger(url);
  const { peer } = await door.peers.next();
  for (const frame of ["text", new Uint8Array(1), { frame: { event: "disconnect" } }, { frame: null }]) peer.send(frame);
  expect(door.reports.length).toBe(4);
});

test("a core that throws does not end the process", async () => {
  const { door, url } = await start();
  const failure = new Error("core");
  door.hear = () => {
    throw failure;
  };
  stranger(url).emit("query");
  await expect.poll(() => door.reports).toEqual([failure]);
});

test("a server that closes cuts what does not leave, and its port is free again", async () => {
  const { door, url, listener, port } = await listenTo(new RecordingDoor());
  const socket = stranger(url);
  await door.peers.next();
  await connected(socket);
  const gone = happens(socket, "disconnect");
  await listener.close();
  await gone;
  const again = openSocketioServer(new RecordingDoor());
  await again.listen(port, "127.0.0.1");
  await again.close();
});

test("a port that is taken rejects", async () => {
  const { port } = await start();
  await expect(openSocketioServer(new RecordingDoor()).listen(port, "127.0.0.1")).rejects.toThrow("EADDRINUSE");
});
