import { once } from "node:events";
import { connectNodetool } from "@wirepact/nodetool/client";
import { serveNodetool } from "@wirepact/nodetool/server";
import { WirepactError } from "@wirepact/runtime";
import { expect, onTestFinished, test } from "vitest";
import { type ClientOptions, WebSocket, WebSocketServer } from "ws";
import { pythonIsMissing, startPython } from "./python.ts";
import { client, type Step, server } from "./script.ts";
import { playWebSocketClient } from "./websocketPeers.ts";

const TOKEN = "a-token-of-the-deployment";
const headers = { authorization: `Bearer ${TOKEN}` };
const steps: readonly Step[] = [
  client({ command: "clear_models", data: {} }, "msgpack"),
  server({ message: "cleared for ada" }, "msgpack"),
];

/** A deployment with authentication on: a token in the header, or in the query for those who cannot set one. */
async function open(): Promise<string> {
  const serving = await serveNodetool<string>(
    { clearModels: (_message, { user }) => ({ message: `cleared for ${user}` }) },
    {
      authenticate: ({ headers, query }) =>
        headers["authorization"] === `Bearer ${TOKEN}` || query["api_key"] === TOKEN ? "ada" : null,
    },
  ).listen(0, "127.0.0.1");
  onTestFinished(() => serving.close());
  return `ws://127.0.0.1:${serving.port}/ws`;
}

async function closeCode(url: string, options: ClientOptions = {}): Promise<unknown> {
  const [code] = await once(new WebSocket(url, options), "close");
  return code;
}

test("a stranger with the token is let in, by header or by query", async ({ skip }) => {
  const url = await open();
  const answered = [{ from: "server", frame: { message: "cleared for ada" }, encoding: "msgpack" }];
  expect(await playWebSocketClient(`${url}?api_key=${TOKEN}`, steps)).toEqual(answered);
  const missing = pythonIsMissing();
  if (missing !== null) skip(missing);
  expect(await startPython("websocket_client.py", { url, headers, steps }).rest()).toEqual(answered);
});

test("one without it, or with another, is closed with 1008", async () => {
  const url = await open();
  expect(await closeCode(url)).toBe(1008);
  expect(await closeCode(`${url}?api_key=${TOKEN}!`)).toBe(1008);
  expect(await closeCode(url, { headers: { authorization: "Bearer " } })).toBe(1008);
});

test("our client is told so, and does not try again", async () => {
  const url = await open();
  // Nothing opens this protocol's conversation, so that the refusal comes when the client is there already.
  const connected = await connectNodetool(url, { bearer: "another" });
  await connected.closed;
  const failed: unknown = await connected.clearModels().catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(WirepactError);
  expect(failed).toMatchObject({ code: "closed", cause: { code: "refused", closeCode: 1008 } });
});

test("our client brings the token where a server that is not ours looks for it", async () => {
  const strange = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => strange.close());
  await once(strange, "listening");
  const requested = once(strange, "connection");
  const { port } = strange.address() as { port: number };
  const connected = await connectNodetool(`ws://127.0.0.1:${port}/ws`, {
    bearer: async () => TOKEN,
    query: { api_key: TOKEN },
  });
  const [, request] = await requested;
  expect(request.headers.authorization).toBe(`Bearer ${TOKEN}`);
  expect(request.url).toBe(`/ws?api_key=${TOKEN}`);
  await connected.close();
});
