import { type AgentHandlers, serveAgent } from "@wirepact/agent/server";
import { serveFlowork } from "@wirepact/flowork/server";
import { serveNodetool } from "@wirepact/nodetool/server";
import { servePanel } from "@wirepact/panel/server";
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { targetOf } from "../../generator/conform/server/target.ts";
import { handlers as agentHandlers } from "../flows/support/agent.ts";
import { shippedContract } from "../support/shipped.ts";
import { listening } from "./support/stubServers.ts";
import { badOf, countsOf, tryServer } from "./support/tryServer.ts";

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

  test("is not judged without: its refusal is told, as the contract has it", async () => {
    const results = await tryServer("panel", await panel());
    expect(badOf(results)).toMatchObject({
      connects: {
        kind: "harness-error",
        text: "the server answered the handshake with HTTP 401, which the contract has for: authentication is on and the token is missing or invalid",
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
});
