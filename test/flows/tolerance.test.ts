import { connectPanel } from "@wirepact/panel/client";
import { type PanelHandlers, servePanel } from "@wirepact/panel/server";
import { describe, expect, test } from "vitest";
import { byProtocol, type Shipped, shippedContract } from "../support/shipped.ts";
import { castOf } from "./support/cast.ts";
import { plainServer } from "./support/plainServer.ts";
import { asks, dialled, serving } from "./support/serving.ts";

/** What decisions.md says for all five, on the wire: tolerant readers, strict writers, and peers of another version. */

const result = { status: "success" as const, stateMutations: [], events: [] };

/** A panel that does nothing, and what its handler got. */
async function start(trigger?: PanelHandlers["trigger"]) {
  const got: unknown[] = [];
  const take: PanelHandlers["trigger"] = (message) => {
    got.push(message);
    return { result };
  };
  const handlers: PanelHandlers = { connected: () => ({ panelId: "p", state: {} }), trigger: trigger ?? take };
  const host = await serving(servePanel(handlers, { onError: () => undefined }));
  return { got, url: `ws://${host}/panels/p/ws` };
}

test("readers are tolerant: a property that the contract does not know is accepted and kept", async () => {
  const { got, url } = await start();
  const frame = { type: "TRIGGER", tool: "x", colour: "red" };
  expect(await asks(await dialled(url, 1), frame)).toMatchObject({ type: "RESULT" });
  expect(got).toEqual([frame]);
});

test("writers are strict: the client refuses to send such a property, and nothing is sent", async () => {
  const { got, url } = await start();
  const client = await connectPanel(url);
  const fields = { tool: "x", colour: "red" };
  await expect(client.trigger(fields)).rejects.toMatchObject({ code: "invalid-message" });
  await client.ping();
  await client.close();
  expect(got).toEqual([]);
});

test("writers are strict: what a handler gives that breaks the contract is never sent", async () => {
  // A plain JavaScript handler; the compiler would not let it pass.
  const { url } = await start((() => ({ result, colour: "red" })) as PanelHandlers["trigger"]);
  const answer = await asks(await dialled(url, 1), { type: "TRIGGER", tool: "x" });
  expect(answer).toMatchObject({ type: "ERROR", code: "EXECUTION_ERROR" });
});

/** A greeting, where the protocol has one, and a message of the server, as a server of another version sends them. */
const NEWER: Readonly<Record<string, readonly [greeting: object | null, known: object]>> = {
  flowork: [null, { type: "log", level: "info", source: "s", message: "m" }],
  nodetool: [null, { type: "notification", node_id: "n", content: "c", severity: "info" }],
  panel: [
    { type: "CONNECTED", panelId: "p", state: {} },
    { type: "PATCH", mutations: [] },
  ],
  terminal: [
    { type: "connection_established", message: "hello", timestamp: "2024-01-01T00:00:00Z" },
    { type: "execution_result", success: true, output: "", timestamp: "2024-01-01T00:00:00Z", sessionId: "s" },
  ],
};

const contracts = await Promise.all(Object.keys(NEWER).map((protocol) => shippedContract(protocol as Shipped)));

describe.each(byProtocol(contracts))("a client of %s meets a newer server", async (protocol, contract) => {
  const cast = await castOf(contract);

  test("an unknown message is handed over as unknown, what is known keeps its new properties, and the connection lives on", async () => {
    const [greeting, known = {}] = NEWER[protocol] ?? [];
    const newer = { ...known, colour: "red" };
    const strange = { type: "invented_tomorrow", value: 1 };
    const frames = [strange, newer].map((frame) => JSON.stringify(frame));
    const port = await plainServer(greeting == null ? frames : [JSON.stringify(greeting), ...frames]);
    const options = cast.clientOptions({ name: "", source: "", steps: [] });
    const client = await cast.connect(cast.addressOf(port), { reconnect: false, ...options });
    const unknown: unknown[] = [];
    client.onUnknown((frame) => void unknown.push(frame));
    const { type } = newer as unknown as { readonly type: string };
    const heard = await new Promise((resolve) => client.on(type, resolve));
    expect(heard).toEqual(newer);
    expect(unknown).toEqual([strange]);
    await client.close();
  });
});
