import * as nodetool from "@wirepact/nodetool";
import * as panel from "@wirepact/panel";
import { msgpack } from "../../../runtime/src/msgpack.ts";
import { createServe } from "../../../runtime/src/server/createServe.ts";
import type { ServerOptions } from "../../../runtime/src/server/options.ts";
import { FakeClock } from "./fakeClock.ts";
import { MemoryListener } from "./memoryPeer.ts";
import type { RoomHandlers } from "./serveRoom.ts";

/** Serves panel in memory, with what its generated package knows. */
export function servePanel(handlers: RoomHandlers = {}, options: ServerOptions = {}) {
  const result = { status: "success", stateMutations: [], events: [] };
  const defaults = { connected: () => ({ panelId: "p", state: {} }), trigger: () => ({ result }) };
  const methods = {
    connected: "CONNECTED",
    trigger: "TRIGGER",
    subscribe: "SUBSCRIBE",
    unsubscribe: "UNSUBSCRIBE",
    ping: "PING",
  };
  return serve(panel, methods, { ...defaults, ...handlers }, options);
}

/** Serves nodetool in memory: every command that has an answer is acknowledged. */
export function serveNodetool(handlers: RoomHandlers = {}, options: ServerOptions = {}) {
  const methods = Object.fromEntries(
    nodetool.contract.messages.flatMap(({ name, from }) => (from.includes("client") ? [[name, name]] : [])),
  );
  const answered = (nodetool.contract.replies ?? []).flatMap(({ request }) =>
    Object.hasOwn(methods, request) ? [[request, () => undefined]] : [],
  );
  return serve(nodetool, methods, { ...Object.fromEntries(answered), ...handlers }, options);
}

type Package = typeof panel | typeof nodetool;

function serve({ contract, ...generated }: Package, methods: Record<string, string>, handlers: object, options: ServerOptions) {
  const listener = new MemoryListener();
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const { parseClientMessage: parse, checkServerMessage: check } = generated;
  const start = createServe({ contract, parse, check, codec: msgpack, open: listener.open, methods });
  const server = start(handlers, { clock, onError: (error) => void errors.push(error), ...options });
  return { server, listener, clock, errors };
}
