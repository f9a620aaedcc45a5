import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type AgentHandlers, serveAgent } from "@wirepact/agent/server";
import { serveFlowork } from "@wirepact/flowork/server";
import { serveNodetool } from "@wirepact/nodetool/server";
import { servePanel } from "@wirepact/panel/server";
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { serverSuite } from "../../generator/conform/server/serverSuite.ts";
import { targetOf } from "../../generator/conform/server/target.ts";
import { handlers as agentHandlers } from "../flows/support/agent.ts";
import { shippedContract } from "../support/shipped.ts";
import { listening } from "./support/stubServers.ts";
import { badOf, countsOf, type Tried, tryServer } from "./support/tryServer.ts";

const onError = () => undefined;
const SECRET = new TextEncoder().encode("a secret of thirty-two characters");
const token = await new SignJWT({ sub: "ada" }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("1h").sign(SECRET);

describe("a server that asks who is there", () => {
  const panel = () =>
    listening(
      servePanel(
        {
          connected: () => ({ panelId: "demo", state: {} }),
          trigger: () => ({ result: { stateMutations: [], events: [] } }),
        },
        { onError, jwt: { secret: SECRET } },
      ),
      "ws",
      "/panels/demo/ws",
    );
  const nodetool = () =>
    listening(
      serveNodetool({}, { onError, authenticate: ({ headers }) => headers["authorization"] === "Bearer t-1" }),
      "ws",
      "/ws",
    );

  test("is reached with --token, in the query where the contract has it there", async () => {
    expect(badOf(await tryServer("panel", await panel(), { token }))).toEqual({});
  });

  test("is reached with --token, in a header where the contract has it there", async () => {
    expect(badOf(await tryServer("nodetool", await nodetool(), { token: "t-1", only: "heartbeat" }))).toEqual({});
    const headers = [["authorization", "Bearer t-1"]] as const;
    expect(badOf(await tryServer("nodetool", await nodetool(), { headers, only: "heartbeat" }))).toEqual({});
  });

  test("lets nobody in whom the contract refuses; one that does is told", async () => {
    const only = "refuses-connection/wrong-token";
    expect(badOf(await tryServer("panel", await panel(), { token, only }))).toEqual({});
    expect(badOf(await tryServer("nodetool", await nodetool(), { token: "t-1", only }))).toEqual({});
    const open = await listening(serveNodetool({}, { onError }), "ws", "/ws");
    expect(badOf(await tryServer("nodetool", open, { token: "t-1", only }))).toMatchObject({
      [only]: { rule: "server-refusal" },
    });
    const engine = await listening(serveFlowork({}, { onError, engineId: "engine-1" }), "ws", "/?engineId=engine-1");
    const named = { only: "refuses-connection/without-engineId" };
    expect(countsOf(await tryServer("flowork", engine, named))).toEqual({ pass: 1 });
  });

  test("is not judged without: its refusal is told, as the contract has it", async () => {
    const results = await tryServer("panel", await panel());
    expect(badOf(results)).toMatchObject({
      connects: {
        kind: "harness-error",
        text: "the server answered the handshake with HTTP 401 (Unauthorized), which the contract has for: authentication is on and the token is missing or invalid",
      },
    });
    expect(countsOf(results)).toEqual({ "harness-error": results.length });
    const text = expect.stringMatching(
      /^the connection was closed with 1008 .*, which the contract has for: authentication is on/,
    );
    expect(badOf(await tryServer("nodetool", await nodetool()))).toMatchObject({ connects: { kind: "harness-error", text } });
  });

  test("a close that the contract has for an address of another engine is told so", async () => {
    const server = await listening(serveFlowork({}, { onError, engineId: "engine-1" }), "ws", "/?engineId=engine-2");
    const text = expect.stringMatching(/which the contract has for: engineId is missing or is not this engine's$/);
    expect(badOf(await tryServer("flowork", server))).toMatchObject({ connects: { kind: "harness-error", text } });
  });
});

test("what --set gives stands in each frame that has the place", async () => {
  const asked = new Set<string>();
  const handlers: AgentHandlers = {
    ...agentHandlers,
    query(data, session) {
      asked.add(data.session_id);
      return agentHandlers.query(data, session);
    },
  };
  const given = new Map([["/data/session_id", "session-of-mine"]]);
  await tryServer("agent", await listening(serveAgent(handlers, { onError }), "http", ""), { given });
  expect([...asked]).toEqual(["session-of-mine"]);
});

describe("an address", () => {
  test("without a path gets the contract's, and any scheme is the transport's", async () => {
    const nodetool = await shippedContract("nodetool");
    expect(targetOf(nodetool, { url: "https://host" }).url.href).toBe("wss://host/ws");
    expect(targetOf(nodetool, { url: "http://host/other?a=1", query: [["b", "2"]] }).url.href).toBe("ws://host/other?a=1&b=2");
    expect(targetOf(await shippedContract("agent"), { url: "ws://host" }).url.href).toBe("http://host/");
  });

  test("has no token where the contract has none", async () => {
    const terminal = await shippedContract("terminal");
    expect(() => targetOf(terminal, { url: "ws://host", token: "t" })).toThrow("the contract has no token");
  });

  test("has what the contract's query requires, and it is told that it was made up", async () => {
    const flowork = await shippedContract("flowork");
    expect(targetOf(flowork, { url: "ws://host" }).url.href).toBe("ws://host/?engineId=engineId");
    expect(serverSuite(flowork, { url: "ws://host", isAll: true }).notes()).toEqual([
      `the contract's query requires "engineId", which was not given: engineId=engineId was sent; give another with --query engineId=…`,
    ]);
    for (const given of [{ url: "ws://host/?engineId=a" }, { url: "ws://host", query: [["engineId", "a"]] as const }]) {
      expect(targetOf(flowork, given).url.href).toBe("ws://host/?engineId=a");
      expect(serverSuite(flowork, { ...given, isAll: true }).notes()).toEqual([]);
    }
  });

  test("may have what the contract does not know, and it is told what was meant", async () => {
    const notesOf = async (protocol: "terminal" | "panel" | "agent", name: string) =>
      serverSuite(await shippedContract(protocol), {
        url: "ws://host/x?user_id=ada",
        query: [[name, "ada"]],
        isAll: true,
      }).notes();
    expect(await notesOf("terminal", "user_di")).toEqual([
      `--query user_di: the contract's query has no "user_di"; did you mean "user_id"?`,
    ]);
    expect(await notesOf("terminal", "debug")).toEqual([`--query debug: the contract's query has no "debug"; it has "user_id"`]);
    expect(await notesOf("agent", "debug")).toEqual([`--query debug: the contract's query has no "debug"; it has nothing`]);
    expect(await notesOf("panel", "token")).toEqual([]);
  });
});

describe("a refused handshake is told with its status and what the server says", () => {
  /** A server of HTTP that takes no socket. */
  async function refusing(answer: (socket: Duplex) => void): Promise<Tried> {
    const sockets = new Set<Duplex>();
    const server = createServer().on("upgrade", (_, socket) => {
      sockets.add(socket.on("error", onError));
      answer(socket);
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const stop = () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    // A server that listens at a port has an address.
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`, stop };
  }
  const HEAD = "HTTP/1.1 422 Unprocessable\r\n";

  test.each([
    ["as it is", (socket: Duplex) => socket.end(`${HEAD}\r\nno user\n  of that name`), "HTTP 422 (no user of that name)"],
    ["cut", (socket: Duplex) => socket.end(`${HEAD}\r\n${"x".repeat(300_000)}`), `HTTP 422 (${"x".repeat(200)}…)`],
    ["where there is nothing", (socket: Duplex) => socket.end(`${HEAD}Content-Length: 0\r\n\r\n`), "HTTP 422"],
    ["where it has no end", (socket: Duplex) => socket.write(`${HEAD}Content-Length: 9\r\n\r\nno`), "HTTP 422 (no)"],
    ["where it breaks off", (socket: Duplex) => socket.end(`${HEAD}Content-Length: 9\r\n\r\nno`), "HTTP 422 (no)"],
  ])("%s", async (_how, answer, told) => {
    const results = await tryServer("terminal", await refusing(answer), { only: "connects" });
    expect(badOf(results)).toEqual({
      connects: { kind: "harness-error", text: `the server answered the handshake with ${told}` },
    });
  });
});
