import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { openSocketioServer } from "../../runtime/src/codegen-v1/socketio-server.ts";
import { openWebSocketServer } from "../../runtime/src/websocketServer/openWebSocketServer.ts";
import { listenRoom, makeRoom, somebodysServer } from "./support/listening.ts";

const KINDS = { WebSocket: openWebSocketServer, "Socket.IO": openSocketioServer };

describe.each(Object.entries(KINDS))("a %s server", (_, open) => {
  test("may try again where it could not listen", async () => {
    const { port } = await listenRoom();
    const { server } = makeRoom({}, {}, { open });
    await expect(server.listen(port, "127.0.0.1")).rejects.toThrow("EADDRINUSE");
    expect(server.address).toBeUndefined();
    await server.listen(0, "127.0.0.1");
    expect(server.port).toBeGreaterThan(0);
    await server.close();
  });

  test("listens once", async () => {
    const { server } = makeRoom({}, {}, { open });
    await server.listen(0, "127.0.0.1");
    const { port } = server;
    await expect(server.listen(0, "127.0.0.1")).rejects.toThrow("this server listens already");
    expect(server.port).toBe(port);
    await server.close();
    expect(server.address).toBeUndefined();
  });

  test("that is closed neither listens nor is attached", async () => {
    const { server } = makeRoom({}, {}, { open });
    const { http, end } = await somebodysServer();
    await server.listen(0, "127.0.0.1");
    await server.close();
    await expect(server.listen(0, "127.0.0.1")).rejects.toThrow("this server is closed");
    expect(() => server.attach(http)).toThrow("this server is closed");
    expect([server.address, http.listenerCount("upgrade")]).toEqual([undefined, 0]);
    await end();
  });

  test("that is attached is where the HTTP server listens, until it is closed", async () => {
    const http = createServer();
    const { server } = makeRoom({}, {}, { open });
    server.attach(http);
    expect(server.port).toBeUndefined();
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    expect(server.address).toEqual(http.address());
    await server.close();
    expect([server.address, server.port]).toEqual([undefined, undefined]);
    await new Promise((resolve) => http.close(resolve));
  });

  test("may be attached to several HTTP servers, and lets go of all", async () => {
    const [one, two] = [await somebodysServer(), await somebodysServer()];
    const { server } = makeRoom({}, {}, { open });
    server.attach(one.http).attach(two.http);
    expect([one, two].map(({ http }) => http.listenerCount("upgrade"))).toEqual([1, 1]);
    await server.close();
    expect([one, two].map(({ http }) => [http.listenerCount("upgrade"), http.listenerCount("request")])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    await Promise.all([one.end(), two.end()]);
  });
});
