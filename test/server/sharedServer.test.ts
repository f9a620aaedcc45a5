import { createServer } from "node:http";
import { expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { openSocketioServer } from "../../runtime/src/codegen-v1/socketio-server.ts";
import { RecordingDoor } from "../socketio/listening.ts";
import { isAlive, makeRoom, refusal, Stranger, somebodysServer } from "./support/listening.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { roomDefinition } from "./support/serveRoom.ts";

/** A protocol like the small one, at another path. */
function elsewhere(path: string) {
  const { contract } = roomDefinition(new MemoryListener().open);
  return { contract: { ...contract, endpoint: { ...contract.endpoint, path } } };
}

test.each([
  "before",
  "after",
])("somebody else who takes the same upgrade, attached %s, costs that connection and no more", async (when) => {
  const { http, origin, end } = await somebodysServer();
  const { server, errors } = makeRoom();
  if (when === "after") server.attach(http);
  const theirs = new WebSocketServer({ server: http });
  if (when === "before") server.attach(http);
  expect(await new Stranger(`ws://${origin}/rooms/1`).closed).toMatchObject({ code: 1006 });
  expect(errors).toMatchObject([{ message: expect.stringContaining("handleUpgrade() was called more than once") }]);
  theirs.close();
  http.removeAllListeners("upgrade");
  await server.close();
  await end();
});

test("a path that is taken is refused where it is attached, and is free again after a close", async () => {
  const { http, origin, end } = await somebodysServer();
  const [first, second] = [makeRoom(), makeRoom()];
  first.server.attach(http);
  expect(() => first.server.attach(http)).toThrow("is attached to this HTTP server already");
  expect(() => second.server.attach(http)).toThrow("/rooms/{room} is taken");
  expect(() => makeRoom({}, {}, elsewhere("/rooms/main")).server.attach(http)).toThrow("/rooms/main is taken");
  expect(http.listenerCount("upgrade")).toBe(1);
  expect(await isAlive(`ws://${origin}/rooms/1`)).toBe(true);
  await first.server.close();
  second.server.attach(http);
  expect(await isAlive(`ws://${origin}/rooms/1`)).toBe(true);
  await second.server.close();
  await end();
});

test.each([
  ["WebSocket first", true],
  ["Socket.IO first", false],
])("both kinds share a server, and refuse what neither takes: %s", async (_, isFirst) => {
  const { http, origin, end } = await somebodysServer();
  const { server } = makeRoom();
  const socketio = openSocketioServer(new RecordingDoor());
  if (isFirst) server.attach(http);
  socketio.attach(http);
  if (!isFirst) server.attach(http);
  expect(await refusal(`ws://${origin}/nowhere`)).toBe(404);
  expect(await isAlive(`ws://${origin}/rooms/1`)).toBe(true);
  expect(() => openSocketioServer(new RecordingDoor()).attach(http)).toThrow("/socket.io/ is taken");
  expect(http.listenerCount("upgrade")).toBe(2);
  await socketio.close();
  expect(await refusal(`ws://${origin}/nowhere`)).toBe(404);
  await server.close();
  expect([http.listenerCount("upgrade"), http.listenerCount("request")]).toEqual([0, 1]);
  await end();
});

test("several HTTP servers may share one of ours", async () => {
  const { server } = makeRoom();
  const servers = [createServer(), createServer()];
  for (const http of servers) server.attach(http);
  expect(servers.map((http) => http.listenerCount("upgrade"))).toEqual([1, 1]);
  await server.close();
  expect(servers.map((http) => http.listenerCount("upgrade"))).toEqual([0, 0]);
});
