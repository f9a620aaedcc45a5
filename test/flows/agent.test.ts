import { connectAgent } from "@wirepact/agent/client";
import { type AgentHandlers, type AgentServerOptions, refuseAgent, serveAgent } from "@wirepact/agent/server";
import { Server as IoServer } from "socket.io";
import type { Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { Mailbox } from "../socketio/mailbox.ts";
import { happens, stranger, TRANSPORTS } from "../socketio/strangers.ts";
import { serving } from "./support/serving.ts";

/** Facts of agent's connections, in the words of decisions.md, "agent": what a plain socket.io-client sees of the generated server. */

const GREETING = { data: "Connected to agent" };
const metadata = { tool_name: "t", synthesized: false, tool_result: "" };
const complete = (session_id: string) => ({ success: true, response: "42", metadata, session_id });

const handlers: AgentHandlers = {
  connected: () => GREETING,
  createSession: () => ({ session_id: "s-1" }),
  async *query({ prompt, session_id }) {
    if (prompt === "fail") throw new Error("the password is hunter2");
    if (prompt === "refuse") throw refuseAgent({ message: "no model" });
    yield ["agent_event", { event_type: "searching", data: {} }];
    yield ["query_complete", complete(session_id)];
    yield ["session_memory", { session_id, messages: [] }];
    yield ["tool_count", { count: 1 }];
  },
};

function start(options: AgentServerOptions = {}, more: Partial<AgentHandlers> = {}): Promise<string> {
  return serving(serveAgent({ ...handlers, ...more }, { onError: () => undefined, ...options }));
}

/** A plain client, and the events that it gets. */
function dial(host: string, options: object = {}): { readonly socket: Socket; readonly events: Mailbox<unknown[]> } {
  const socket = stranger(`http://${host}`, options);
  const events = new Mailbox<unknown[]>();
  socket.onAny((...event: unknown[]) => events.put(event));
  return { socket, events };
}

async function take({ events }: ReturnType<typeof dial>, count: number): Promise<unknown[]> {
  const taken = [];
  for (let n = 0; n < count; n++) taken.push(await events.next());
  return taken;
}

const ask = (prompt: string, session_id = "s-1") => ({ prompt, session_id });
const names = (events: readonly unknown[]) => events.map((event) => (event as unknown[])[0]);

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

describe("query: many agent_event, then query_complete or error, then session_memory and tool_count", () => {
  test.each([
    ["what the handler refuses", "refuse", "no model"],
    ["what it fails at, in words of the stub's own", "fail", "internal error"],
  ])("error where it could not be processed: %s", async (_, prompt, message) => {
    const client = dial(await start());
    await take(client, 1);
    client.socket.emit("query", ask(prompt));
    expect(await take(client, 1)).toEqual([["error", { message }]]);
    client.socket.emit("query", ask("?"));
    expect(names(await take(client, 4))).toEqual(["agent_event", "query_complete", "session_memory", "tool_count"]);
  });

  test.each([
    ["no prompt", "query", [{ session_id: "s" }]],
    ["no session", "query", [{ prompt: "p" }]],
    ["no data", "query", []],
    ["an unknown event", "jump", [{}]],
    ["an event that only the server sends", "tool_count", [{ count: 1 }]],
    ["bytes", "query", [Buffer.from("x")]],
  ])("error answers %s, and the connection lives on", async (_, event, values) => {
    const client = dial(await start());
    await take(client, 1);
    client.socket.emit(event, ...values);
    expect(await take(client, 1)).toEqual([["error", { message: expect.any(String) }]]);
    client.socket.emit("query", ask("?"));
    expect(names(await take(client, 1))).toEqual(["agent_event"]);
  });
});

describe("agent_event, tool_count and error carry no session: one running query per connection", () => {
  /** Holds each query until the one before it may end. */
  function holding() {
    const ends: (() => void)[] = [];
    const begun = new Mailbox<string>();
    const query: AgentHandlers["query"] = async function* ({ prompt, session_id }) {
      begun.put(prompt);
      await new Promise<void>((resolve) => ends.push(resolve));
      yield ["query_complete", { ...complete(session_id), response: prompt }];
    };
    return { query, ends, begun };
  }

  test("the server lets a second query of a plain client wait", async () => {
    const { query, ends, begun } = holding();
    const client = dial(await start({}, { query }));
    await take(client, 1);
    client.socket.emit("query", ask("one"));
    client.socket.emit("query", ask("two"));
    expect(await begun.next()).toBe("one");
    // The answer to a third frame says that the second has been read.
    client.socket.emit("jump");
    expect(names(await take(client, 1))).toEqual(["error"]);
    expect(begun.kept).toEqual([]);
    ends.shift()?.();
    expect(await begun.next()).toBe("two");
    ends.shift()?.();
    expect(await take(client, 2)).toEqual(["one", "two"].map((response) => ["query_complete", { ...complete("s-1"), response }]));
  });

  test("two connections do not wait for each other", async () => {
    const { query, begun } = holding();
    const host = await start({}, { query });
    for (const prompt of ["one", "two"]) {
      const client = dial(host);
      await take(client, 1);
      client.socket.emit("query", ask(prompt));
      expect(await begun.next()).toBe(prompt);
    }
  });

  test("the client stub queues a second", async () => {
    const near = await plainAgent();
    const client = await connectAgent(near.url);
    const [one, two] = [client.query(ask("one")), client.query(ask("two"))];
    expect(await near.heard.next()).toEqual(["query", ask("one")]);
    expect(near.heard.kept).toEqual([]);
    near.emit("query_complete", complete("s-1"));
    for await (const { message } of one) expect(message).toBe("query_complete");
    expect(await near.heard.next()).toEqual(["query", ask("two")]);
    near.emit("error", { message: "no" });
    for await (const { message } of two) expect(message).toBe("error");
    await client.close();
  });
});

describe("an unknown event_type reaches the client as unknown, not as a failure", () => {
  test.each([
    ["an event_type of tomorrow", "agent_event", { event_type: "dreaming", data: {} }],
    ["an event of tomorrow", "dream", { deep: true }],
  ])("%s", async (_, event, data) => {
    const near = await plainAgent();
    const client = await connectAgent(near.url);
    const unknown: unknown[] = [];
    client.onUnknown((frame) => void unknown.push(frame));
    const query = client.query(ask("?"));
    await near.heard.next();
    near.emit(event, data);
    near.emit("query_complete", complete("s-1"));
    const messages = [];
    for await (const { message } of query) messages.push(message);
    expect(messages).toEqual(["query_complete"]);
    expect(unknown).toEqual([{ event, data }]);
    await client.close();
  });
});

/** A server of plain `socket.io`, with its last client. */
async function plainAgent() {
  const server = new IoServer();
  server.listen(0);
  onTestFinished(() => server.close());
  const heard = new Mailbox<unknown[]>();
  let last: { emit: (event: string, data: unknown) => unknown } = { emit: () => undefined };
  server.on("connection", (socket) => {
    last = socket;
    socket.onAny((...event: unknown[]) => heard.put(event));
    socket.emit("connected", GREETING);
  });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, heard, emit: (event: string, data: unknown) => void last.emit(event, data) };
}
