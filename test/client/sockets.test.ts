import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createConnect } from "../../runtime/src/client/createConnect.ts";
import type { AnyConnectOptions } from "../../runtime/src/client/settings.ts";
import { openWebSocket } from "../../runtime/src/websocketClient/node.ts";
import { definitionOf } from "./support/definitions.ts";
import { PanelServer } from "./support/panelServer.ts";
import type { TestClient } from "./support/stage.ts";

const connectPanel = createConnect(await definitionOf("panel", openWebSocket));
const ending: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function serve(port?: number, refusal?: number): Promise<PanelServer> {
  const server = await PanelServer.start(port, refusal);
  ending.push(() => server.kill());
  return server;
}

async function connect(url: string, options: AnyConnectOptions = {}): Promise<TestClient> {
  const reconnect = { attempts: 100, initialDelay: 5, maxDelay: 20 };
  // The methods are those of the definition; a loose type stands for the generated one.
  const client = (await connectPanel(url, { parameters: { id: "p" }, reconnect, ...options })) as unknown as TestClient;
  ending.push(() => client.close());
  return client;
}

function becomes(client: TestClient, wanted: string): Promise<unknown> {
  return new Promise((resolve) => client.onStateChange((state, reason) => state === wanted && resolve(reason)));
}

test("a request and its answer travel, and the upgrade carries what it should", async () => {
  const server = await serve();
  const client = await connect(server.url, { headers: { "x-own": "1" }, query: { token: "t" } });
  const line = await server.line();
  const asked = client["trigger"]?.({ tool: "ä😀" });
  expect(await line.next()).toEqual({ type: "TRIGGER", tool: "ä😀", requestId: expect.any(String) });
  const result = { type: "RESULT", result: { stateMutations: [], events: [] } };
  line.socket.send(JSON.stringify(result));
  expect(await asked).toEqual(result);
  expect([line.request.url, line.request.headers["x-own"]]).toEqual(["/panels/p/ws?token=t", "1"]);
  expect(line.request.headers["sec-websocket-extensions"]).toBeUndefined();
});

describe("a connection that does not come about", () => {
  test.each([401, 404, 503])("because of HTTP %i", async (status) => {
    const server = await serve(0, status);
    await expect(connect(server.url)).rejects.toMatchObject({ code: "refused", status });
  });

  test("because nobody listens", async () => {
    const server = await serve();
    const { url } = server;
    await server.kill();
    ending.pop();
    await expect(connect(url)).rejects.toMatchObject({
      code: "unreachable",
      closeReason: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test("because whoever listens does not answer", async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    await expect(connect(`ws://127.0.0.1:${port}`, { timeout: 50 })).rejects.toMatchObject({
      code: expect.stringMatching(/timeout|unreachable/),
    });
    silent.close();
    // The client has let go of its connection, or this would not come.
    await once(silent, "close");
  });

  test("because of a header that HTTP cannot carry", async () => {
    await expect(connect("ws://127.0.0.1:1", { headers: { "x-bad": "a\nb" } })).rejects.toMatchObject({ code: "unreachable" });
  });
});

test("a server that is killed and comes back finds its client again, subscribed", async () => {
  const server = await serve();
  const { port } = server;
  const client = await connect(server.url);
  const line = await server.line();
  await client["subscribe"]?.({ topics: ["a"] });
  await line.next();
  const lost = expect(client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "closed" });
  await line.next();
  await server.kill();
  ending.splice(ending.length - 2, 1);
  await lost;
  const queued = client["unsubscribe"]?.({ topics: ["state"] });
  const again = await serve(port);
  const next = await again.line();
  expect([await next.next(), await next.next()]).toEqual([
    { type: "SUBSCRIBE", topics: ["a"] },
    { type: "UNSUBSCRIBE", topics: ["state"] },
  ]);
  await queued;
});

test("a connection that is cut in the middle of a frame is made again", async () => {
  const server = await serve();
  const client = await connect(server.url);
  const { socket } = await server.line();
  const reconnecting = becomes(client, "reconnecting");
  const raw = (socket as unknown as { readonly _socket: { end(bytes: Buffer): void } })._socket;
  // A text frame of 100 bytes, of which three come.
  raw.end(Buffer.from([0x81, 100, 0x7b, 0x22, 0x61]));
  expect(await reconnecting).toMatchObject({ code: "closed", closeCode: 1006 });
  await server.line();
});

test("a message beyond the bound ends its connection before it is kept", async () => {
  const server = await serve();
  const client = await connect(server.url, { maxPayload: 1000 });
  const { socket } = await server.line();
  const closed = once(socket, "close");
  socket.send("x".repeat(1001));
  expect((await closed)[0]).toBe(1009);
  await server.line();
  expect(client.state).not.toBe("closed");
});

test("closing leaves no connection at the server", async () => {
  const server = await serve();
  const clients = await Promise.all(Array.from({ length: 20 }, () => connect(server.url)));
  const lines = await Promise.all(clients.map(() => server.line()));
  const gone = lines.map(({ socket }) => once(socket, "close"));
  await Promise.all(clients.map((client) => client.close()));
  expect((await Promise.all(gone)).map(([code]) => code)).toEqual(Array(20).fill(1000));
  expect(server.alive).toBe(0);
});
