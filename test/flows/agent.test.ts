import { connectAgent } from "@wirepact/agent/client";
import { serveAgent } from "@wirepact/agent/server";
import { describe, expect, test } from "vitest";
import { happens, stranger, TRANSPORTS } from "../socketio/strangers.ts";
import { ask, dial, GREETING, handlers, names, start, take } from "./support/agent.ts";
import { serving } from "./support/serving.ts";

/** Facts of agent's connections, in the words of decisions.md, "agent": what a plain socket.io-client sees of the generated server. */

describe("Socket.IO 4, protocol 5: default path and namespace, no authentication", () => {
  test.each(
    TRANSPORTS.map((transports) => [transports.join(", then "), transports]),
  )("a plain client by %s", async (_, transports) => {
    const client = dial(await start(), { transports });
    expect(await take(client, 1)).toEqual([["connected", GREETING]]);
  });

  test("whatever a client says of itself, nobody asks", async () => {
    const client = dial(await start(), { auth: { token: "bad" }, query: { token: "bad" } });
    expect(await take(client, 1)).toEqual([["connected", GREETING]]);
  });

  test("the path is /socket.io/, the handshake that of protocol 4 of Engine.IO", async () => {
    const host = await start();
    const hand = await fetch(`http://${host}/socket.io/?EIO=4&transport=polling`);
    expect([hand.status, (await hand.text()).slice(0, 8)]).toEqual([200, '0{"sid":']);
    expect((await fetch(`http://${host}/socket.io/?EIO=3&transport=polling`)).status).toBe(400);
    expect((await fetch(`http://${host}/other/?EIO=4&transport=polling`)).status).toBe(404);
  });

  test("another namespace is none", async () => {
    const socket = stranger(`http://${await start()}/other`);
    expect(await happens(socket, "connect_error")).toMatchObject([{ message: "Invalid namespace" }]);
  });

  test("acks are unused: a query that asks for one is answered as any other", async () => {
    const client = dial(await start());
    await take(client, 1);
    const acknowledged: unknown[] = [];
    client.socket.emit("query", ask("?"), (...values: unknown[]) => acknowledged.push(values));
    expect(names(await take(client, 4))).toEqual(["agent_event", "query_complete", "session_memory", "tool_count"]);
    expect(acknowledged).toEqual([]);
  });
});

describe("POST /api/session gives {session_id}; the server stub serves it, the client stub calls it", () => {
  test("a plain request", async () => {
    const answer = await fetch(`http://${await start()}/api/session`, { method: "POST" });
    expect([answer.status, await answer.json()]).toEqual([200, { session_id: "s-1" }]);
  });

  test("the client stub", async () => {
    const client = await connectAgent(`http://${await start()}`);
    expect(await client.createSession()).toEqual({ session_id: "s-1" });
    await client.close();
  });

  test.each([
    ["another method", "GET", "/api/session", 405],
    ["another path", "POST", "/api/sessions", 404],
  ])("%s", async (_, method, path, status) => {
    expect((await fetch(`http://${await start()}${path}`, { method })).status).toBe(status);
  });

  test("a handler that throws is 500, and says nothing of what it threw", async () => {
    const createSession = () => {
      throw new Error("the password is hunter2");
    };
    const answer = await fetch(`http://${await start({}, { createSession })}/api/session`, { method: "POST" });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("hunter2");
  });
});

describe("connect and disconnect are lifecycle messages, raised by the stubs; on the wire the greeting is the event connected", () => {
  test("a plain client hears connect from its own library, and connected as the first event", async () => {
    const order: string[] = [];
    const { socket } = dial(await start());
    socket.on("connect", () => order.push("connect"));
    socket.prependAny((event: string) => order.push(event));
    await happens(socket, "connected");
    expect(order).toEqual(["connect", "connected"]);
  });

  test("the client stub raises both, without a payload and with a reason", async () => {
    const server = serveAgent(handlers);
    const client = await connectAgent(`http://${await serving(server)}`, { reconnect: false });
    const raised: unknown[] = [];
    client.on("connect", (body) => void raised.push(["connect", body]));
    const gone = new Promise((resolve) => client.on("disconnect", resolve));
    expect(client.opening).toEqual(GREETING);
    for (const session of server.sessions) session.close();
    expect(await gone).toBe("io server disconnect");
    await client.closed;
    expect(raised).toEqual([["connect", undefined]]);
  });

  test("a client that the server disconnects is not connected again by itself", async () => {
    const server = serveAgent(handlers);
    const host = await serving(server);
    const { socket } = dial(host, { reconnection: true });
    await happens(socket, "connected");
    for (const session of server.sessions) session.close();
    expect(await happens(socket, "disconnect")).toEqual(["io server disconnect", undefined]);
    expect(socket.active).toBe(false);
  });
});

test("the document's own client: a session on connect, then a query in it (agent.md:844)", async () => {
  const sessions = ["s-1", "s-2"];
  const createSession = () => ({ session_id: sessions.shift() ?? "" });
  const client = await connectAgent(`http://${await start({}, { createSession })}`);
  const session = await new Promise<string>((resolve) => {
    client.on("connect", async () => resolve((await client.createSession()).session_id));
  });
  const remembered = new Promise((resolve) => client.on("session_memory", resolve));
  const messages = [];
  for await (const { message } of client.query(ask("Calculate profit margins from data.csv", session))) messages.push(message);
  expect(messages).toEqual(["agent_event", "query_complete"]);
  expect(await remembered).toEqual({ session_id: "s-1", messages: [] });
  await client.close();
});

test("connect_error is raised by the client's library; the stub rejects with it, and no event of that name is heard", async () => {
  const server = serveAgent(handlers);
  const host = await serving(server);
  await server.close();
  await expect(connectAgent(`http://${host}`)).rejects.toMatchObject({ code: "unreachable" });
});
