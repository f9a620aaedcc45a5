import { msgpack } from "../../../runtime/src/msgpack.ts";
import { createParser } from "../../../runtime/src/parser.ts";
import type { ProtocolDescriptor } from "../../../runtime/src/protocol.ts";
import { createServe } from "../../../runtime/src/server/createServe.ts";
import type { ServerDefinition } from "../../../runtime/src/server/definition.ts";
import type { OpenListener } from "../../../runtime/src/server/listener.ts";
import type { ServerOptions } from "../../../runtime/src/server/options.ts";
import type { Server } from "../../../runtime/src/server/server.ts";
import type { Session } from "../../../runtime/src/server/session.ts";
import { FakeClock } from "./fakeClock.ts";
import { MemoryListener } from "./memoryPeer.ts";
import { roomContract, roomValidators } from "./roomProtocol.ts";

/** A handler's methods, of which a test says those that it is about. */
export type RoomHandlers = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Handlers that answer everything. */
export const HANDLERS = {
  hello: ({ request }: Session) => ({ room: request.parameters["room"] ?? "" }),
  say: ({ text }: { text: string }) => ({ text }),
  find: ({ text }: { text?: string }) => ["found", { text: text ?? "" }],
  watch: () => undefined,
  mode: () => undefined,
  query: () => undefined,
};

/** What a generated `server.js` would hand over, for the small protocol or a variation of it. */
export function roomDefinition(open: OpenListener, changes: Partial<ProtocolDescriptor> = {}): ServerDefinition {
  const contract = { ...roomContract, ...changes };
  const only = (strict: boolean, from: "client" | "server") =>
    roomValidators(strict).filter(([name]) =>
      contract.messages.some((message) => message.name === name && message.from.includes(from)),
    );
  const methods = contract.messages.filter(({ from, name }) => from.includes("client") || name === contract.opening);
  return {
    contract,
    parse: createParser(contract, "client", only(false, "client")),
    check: createParser(contract, "server", only(true, "server")),
    codec: msgpack,
    open,
    methods: Object.fromEntries(methods.map(({ name }) => [name, name])),
  };
}

/** A server in memory. */
export interface Room {
  readonly server: Server;
  readonly listener: MemoryListener;
  readonly clock: FakeClock;
  /** What was reported to `onError`. */
  readonly errors: unknown[];
}

/** Serves the small protocol in memory, with a clock that the test moves. */
export function serveRoom(
  handlers: RoomHandlers = {},
  options: ServerOptions = {},
  changes: Partial<ServerDefinition> = {},
): Room {
  const listener = new MemoryListener();
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const serve = createServe({ ...roomDefinition(listener.open), ...changes });
  const server = serve({ ...HANDLERS, ...handlers }, { clock, onError: (error) => void errors.push(error), ...options });
  return { server, listener, clock, errors };
}

/** A promise that the test settles. */
export function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((good, bad) => {
    resolve = good;
    reject = bad;
  });
  return { promise, resolve, reject };
}

/** Lets everything happen that waits for nothing but its turn. */
export function turns(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
