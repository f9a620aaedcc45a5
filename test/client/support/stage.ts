import { expect } from "vitest";
import type { ClientBase, MessageStream, Received } from "../../../runtime/src/client/clientBase.ts";
import { createConnect } from "../../../runtime/src/client/createConnect.ts";
import type { CallOptions } from "../../../runtime/src/client/options.ts";
import type { AnyConnectOptions } from "../../../runtime/src/client/settings.ts";
import { definitionOf } from "./definitions.ts";
import { FakeClock, settled } from "./fakeClock.ts";
import { type MemoryConnection, MemoryServer } from "./memoryTransport.ts";

/** A client of any protocol, typed as loosely as a table of tests needs it. */
export type TestClient = ClientBase<Record<string, unknown>, unknown> &
  Readonly<Record<string, (fields?: unknown, options?: CallOptions) => Promise<unknown>>>;

/** A stream, as a test reads it. */
export type TestStream = MessageStream<Received, unknown>;

/** A client's side and a server's side, and the time between them. */
export interface Stage {
  readonly clock: FakeClock;
  readonly server: MemoryServer;
  readonly connect: (options?: AnyConnectOptions) => Promise<TestClient>;
}

/** What each protocol's server says first. */
export const OPENING: Readonly<Record<string, unknown>> = {
  panel: { type: "CONNECTED", panelId: "p", state: {} },
  agent: { event: "connected", data: { data: "hello" } },
  terminal: { type: "connection_established", message: "hello", timestamp: "2026-01-01T00:00:00Z" },
};

/** Sets a stage for one of the shipped protocols. */
export async function stageOf(protocol: string, url = "ws://host.test/"): Promise<Stage> {
  const [clock, server] = [new FakeClock(), new MemoryServer()];
  const connect = createConnect(await definitionOf(protocol, server.open), clock);
  // The methods are those of the definition; a loose type stands for the generated one.
  return { clock, server, connect: (options) => connect(url, options) as unknown as Promise<TestClient> };
}

/** Connects a client, and lets it hear the opening message. */
export async function connected(
  protocol: string,
  options: AnyConnectOptions = {},
): Promise<Stage & { readonly client: TestClient; readonly line: MemoryConnection }> {
  const stage = await stageOf(protocol);
  const connecting = stage.connect({ ...REQUIRED[protocol], ...options });
  await settled();
  greet(protocol, stage.server.latest);
  const client = await connecting;
  await stage.clock.pass(0);
  return { ...stage, client, line: stage.server.latest };
}

/** Opens a connection, and says what the server says first. */
export function greet(protocol: string, connection: MemoryConnection): void {
  connection.open();
  const opening = OPENING[protocol];
  if (opening === undefined) return;
  if (protocol === "agent") connection.receive({ kind: "event", frame: opening });
  else connection.say(opening);
}

/** Loses the connection, lets the client make another, and greets it. */
export async function reconnected(protocol: string, { clock, server }: Stage): Promise<MemoryConnection> {
  const before = server.connections.length;
  server.latest.end();
  while (server.connections.length === before) await clock.pass(500);
  greet(protocol, server.latest);
  await settled();
  return server.latest;
}

/** Nothing of a closed client remains: no timer, no connection, no listener on a signal. */
export function expectNothingLeft({ clock, server }: Stage): void {
  expect({ timers: clock.timers, connections: server.alive }).toEqual({ timers: 0, connections: 0 });
}

/** What a stream's reader gets until it ends, by the names of its messages. */
export async function namesOf(stream: TestStream): Promise<string[]> {
  const names: string[] = [];
  for await (const { message } of stream) names.push(message);
  return names;
}

const REQUIRED: Readonly<Record<string, AnyConnectOptions>> = {
  panel: { parameters: { id: "p" } },
  flowork: { query: { engineId: "e" }, auth: { address: "a", message: "m", signature: "s" } },
};
