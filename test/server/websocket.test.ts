import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { pathTemplate } from "../../runtime/src/websocketServer/pathTemplate.ts";
import { dial, isAlive, listenRoom, makeRoom, refusal, Stranger, somebodysServer } from "./support/listening.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { roomDefinition } from "./support/serveRoom.ts";

describe("a path", () => {
  const match = pathTemplate("/panels/{id}/ws");

  test.each([
    ["/panels/1/ws", { id: "1" }],
    ["/panels/a%20b%2Fc/ws", { id: "a b/c" }],
    ["/panels/__proto__/ws", { id: "__proto__" }],
    ["/panels//ws", undefined],
    ["/panels/%/ws", undefined],
    ["/panels/1/ws/", undefined],
    ["/panels/1/WS", undefined],
    ["//panels/1/ws", undefined],
    ["http://x/panels/1/ws", undefined],
    ["", undefined],
  ])("%s", (path, parameters) => expect(match(path) && { ...match(path) }).toEqual(parameters));

  test("has no parameters but its own", () => expect(match("/panels/1/ws")?.["constructor"]).toBeUndefined());
});

describe("a server that listens alone", () => {
  test("serves plain clients, and knows who called for what", async () => {
    const seen: unknown[] = [];
    const { url } = await listenRoom(
      {},
      {
        onOpen: ({ request: { parameters, query, headers, remoteAddress } }) => {
          seen.push({ ...parameters }, { ...query }, headers["x-own"], query["constructor"], remoteAddress);
        },
      },
    );
    await dial(`${url}?token=a&token=b`, { headers: { "X-Own": "yes" } });
    expect(seen).toEqual([{ room: "1" }, { token: "a" }, "yes", undefined, "127.0.0.1"]);
  });

  test("tells other requests that it is a socket, or not there", async () => {
    const { port } = await listenRoom();
    const status = (path: string) =>
      new Promise((resolve) => request({ port, path, agent: false }, (response) => resolve(response.resume().statusCode)).end());
    expect([await status("/rooms/1"), await status("/")]).toEqual([426, 404]);
  });

  test("refuses before the upgrade, in order: the path, the origin, whether it is there, who asks", async () => {
    const refuse = () => Promise.reject(new Error("no"));
    const { url, port } = await listenRoom(
      {},
      { origins: ["https://good.com"], exists: ({ parameters }) => parameters["room"] === "1", authenticate: refuse },
    );
    const origin = "https://evil.com";
    expect(await refusal(`ws://127.0.0.1:${port}/other`, { origin })).toBe(404);
    expect(await refusal(`ws://127.0.0.1:${port}/rooms/2`, { origin })).toBe(403);
    expect(await refusal(`ws://127.0.0.1:${port}/rooms/2`)).toBe(404);
    expect(await refusal(url)).toBe(401);
  });

  test("accepts and closes where the contract refuses by a close", async () => {
    const { contract } = roomDefinition(new MemoryListener().open);
    const endpoint = { ...contract.endpoint, refusals: [{ close: 1008, when: "wrong engine" }] };
    const { url, server } = await listenRoom({}, { authenticate: () => null }, { contract: { ...contract, endpoint } });
    expect(await new Stranger(url).closed).toEqual({ code: 1008, reason: "wrong engine" });
    expect([server.counts.accepted, server.counts.refused]).toEqual([0, 1]);
  });

  test("says when it cannot listen", async () => {
    const { port } = await listenRoom();
    const second = makeRoom();
    await expect(second.server.listen(port, "127.0.0.1")).rejects.toThrow("EADDRINUSE");
    await second.server.close();
  });
});

describe("a server that is attached", () => {
  test("leaves other requests and other upgrades to whoever was there", async () => {
    const { http, origin, end } = await somebodysServer();
    http.on("upgrade", (incoming, socket) => incoming.url === "/theirs" && socket.end("HTTP/1.1 418 Theirs\r\n\r\n"));
    const { server } = makeRoom();
    server.attach(http);
    expect(await isAlive(`ws://${origin}/rooms/1`)).toBe(true);
    expect(await refusal(`ws://${origin}/theirs`)).toBe(418);
    expect(await (await fetch(`http://${origin}/rooms/1`)).text()).toBe("theirs");
    await server.close();
    expect(http.listenerCount("upgrade")).toBe(1);
    http.closeAllConnections();
    await end();
  });

  test("shares with others of its kind; a path of none is refused once", async () => {
    const { http, origin, end } = await somebodysServer();
    const { contract } = roomDefinition(new MemoryListener().open);
    const elsewhere = { ...contract, endpoint: { ...contract.endpoint, path: "/halls/{room}" } };
    const rooms = [makeRoom(), makeRoom({}, {}, { contract: elsewhere })];
    for (const { server } of rooms) server.attach(http);
    expect([await isAlive(`ws://${origin}/rooms/1`), await isAlive(`ws://${origin}/halls/1`)]).toEqual([true, true]);
    expect(await refusal(`ws://${origin}/nowhere`)).toBe(404);
    for (const { server } of rooms) await server.close();
    expect(http.listenerCount("upgrade")).toBe(0);
    await end();
  });
});
