import { once } from "node:events";
import { createServer, request as httpRequest, type RequestOptions } from "node:http";
import { describe, expect, test } from "vitest";
import { openSocketioServer } from "../../runtime/src/codegen-v1/socketio-server.ts";
import { RecordingDoor, session } from "./listening.ts";
import { afterwards, happens, start, stranger, TRANSPORTS } from "./strangers.ts";

const post = (url: string, init: RequestInit = {}) => fetch(`${url}/api/session`, { method: "POST", ...init });

test("the contract's call is answered", async () => {
  const { url } = await start();
  const response = await post(url);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  expect(await response.json()).toEqual({ session_id: "s-1" });
  expect((await post(url, { body: "{}" })).status).toBe(200);
});

test.each([
  ["GET", "/api/session", 405],
  ["DELETE", "/api/session", 405],
  ["POST", "/api/sessions", 404],
  ["POST", "/api/session/", 404],
  ["POST", "//api/session", 404],
  ["GET", "/", 404],
  ["GET", "/socket.io/socket.io.js", 404],
  ["GET", "/socket.io/", 400],
  ["POST", "/socket.io/?EIO=4&transport=polling", 400],
  ["GET", "/socket.io/?EIO=3&transport=polling", 400],
  ["GET", "/socket.io/?EIO=4&transport=constructor", 400],
  ["GET", "/socket.io/?EIO=4&transport=polling&sid=__proto__", 400],
  ["GET", "/socket.io/?EIO=4&transport=websocket", 400],
])("%s %s is %i", async (method, path, status) => {
  const { url, door } = await start();
  expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
  expect(door.peers.kept).toEqual([]);
});

test("a call that fails says nothing of why", async () => {
  const failing = { ...session, answer: () => Promise.reject(new Error("secret")) };
  const { url } = await start(new RecordingDoor({}, { http: [failing] }));
  const response = await post(url);
  expect([response.status, await response.text()]).toEqual([500, "Internal Server Error"]);
});

test("a long body is refused", async () => {
  const { port } = await start();
  expect(await statusOf({ port, path: "/api/session", method: "POST" }, Buffer.alloc(1_000_000))).toBe(413);
});

test("too many headers are refused", async () => {
  const { url } = await start();
  const headers = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-${index}`, "1"]));
  expect((await post(url, { headers })).status).toBe(431);
});

describe("origins", () => {
  const good = "http://good.example";
  const evil = [
    "http://good.example.evil.example",
    "https://good.example",
    "http://good.example:81",
    "null",
    "http://GOOD.example",
  ];

  test("all may connect where there is no list", async () => {
    const { url, door } = await start();
    const response = await post(url, { headers: { origin: "http://any.example" } });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    stranger(url, { extraHeaders: { origin: "http://any.example" } });
    await door.peers.next();
  });

  test.each(evil)("%s is not on the list", async (origin) => {
    const { url, door } = await start(new RecordingDoor({}, { origins: [good] }));
    expect((await post(url, { headers: { origin } })).status).toBe(403);
    for (const transports of TRANSPORTS) {
      const [error] = await happens(stranger(url, { transports, extraHeaders: { origin } }), "connect_error");
      expect(error).toBeInstanceOf(Error);
    }
    expect(door.asked).toEqual([]);
  });

  test("who is on the list is let in, may read, and may ask before; programs send none", async () => {
    const { url, door } = await start(new RecordingDoor({}, { origins: [good] }));
    const response = await post(url, { headers: { origin: good } });
    expect([response.headers.get("access-control-allow-origin"), response.headers.get("vary")]).toEqual([good, "Origin"]);
    for (const path of ["/api/session", "/socket.io/?EIO=4&transport=polling"]) {
      const preflight = await fetch(`${url}${path}`, { method: "OPTIONS", headers: { origin: good } });
      expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([
        204,
        expect.stringContaining("POST"),
      ]);
    }
    stranger(url, { extraHeaders: { origin: good } });
    await door.peers.next();
    stranger(url);
    await door.peers.next();
  });
});

describe("a server that is shared", () => {
  async function share(door: RecordingDoor, own = createServer()) {
    const listener = openSocketioServer(door);
    listener.attach(own);
    own.listen(0, "127.0.0.1");
    await once(own, "listening");
    afterwards(async () => {
      await listener.close();
      own.closeAllConnections();
      await new Promise((resolve) => own.close(resolve));
    });
    const port = listener.address()?.port ?? 0;
    return { listener, own, port, url: `http://127.0.0.1:${port}` };
  }

  test("keeps its own pages, and gets them back", async () => {
    const door = new RecordingDoor();
    const { listener, url } = await share(
      door,
      createServer((_request, response) => response.end("own page")),
    );
    expect(await (await fetch(url)).text()).toBe("own page");
    expect(await (await post(url)).json()).toEqual({ session_id: "s-1" });
    const socket = stranger(url);
    await door.peers.next();
    listener.stop();
    const [late] = await happens(stranger(url), "connect_error");
    expect(late).toMatchObject({ description: 503 });
    const gone = happens(socket, "disconnect");
    await listener.close();
    await gone;
    expect(await (await post(url)).text()).toBe("own page");
  });

  test("other upgrades are left to others, and refused where there are none", async () => {
    const { own, port } = await share(new RecordingDoor());
    const upgrade = { port, path: "/other", headers: { connection: "Upgrade", upgrade: "websocket" } };
    expect(await statusOf(upgrade)).toBe(404);
    own.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 418 Other\r\nContent-Length: 0\r\n\r\n"));
    expect(await statusOf(upgrade)).toBe(418);
  });
});

function statusOf(options: RequestOptions, body?: Buffer): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", ...options }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
    request.end(body);
  });
}
