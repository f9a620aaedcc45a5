import { type Clock, systemClock } from "../clock.ts";
import { Client } from "./client.ts";
import type { ClientBase } from "./clientBase.ts";
import type { ClientDefinition } from "./definition.ts";
import { checkOptions } from "./given.ts";
import type { HttpCallOptions } from "./httpCall.ts";
import type { CallOptions } from "./options.ts";
import { abortedError, wait } from "./patience.ts";
import type { AnyConnectOptions } from "./settings.ts";

/** A client with the methods of its protocol; generated packages declare which they are. */
export type AnyClient = ClientBase<Record<string, unknown>, unknown> & Readonly<Record<string, unknown>>;

/** What a generated package exports as `connectX`. */
export type Connect = (url: string | URL, options?: AnyConnectOptions) => Promise<AnyClient>;

/** Makes the `connectX` of a protocol. It resolves once the connection is open, and the opening message here where there is one. */
export function createConnect(definition: ClientDefinition, clock: Clock = systemClock): Connect {
  return async (url, options = {}) => {
    const { protocol } = definition.contract;
    const { signal } = options;
    checkOptions(protocol, options);
    if (signal?.aborted === true) throw abortedError(protocol, signal.reason);
    const client = new Client({ definition, url, options, clock });
    const patience = { timeout: Number.POSITIVE_INFINITY, signal, subject: protocol };
    const stop = wait(clock, patience, (error) => client.abort(error));
    try {
      await client.first;
    } finally {
      stop();
    }
    return withMethods(client, definition, url);
  };
}

/** The client as its user sees it: what every client has, and a method a message. */
function withMethods(client: Client, definition: ClientDefinition, url: string | URL): AnyClient {
  const { methods, withoutFields = [], http = {} } = definition;
  const calls = Object.entries(http).map(([method, call]) => [method, (options?: HttpCallOptions) => call(url, options)]);
  const own = Object.entries(methods).map(([method, message]) => {
    if (withoutFields.includes(message)) return [method, (options?: CallOptions) => client.call(message, undefined, options)];
    return [method, (fields?: unknown, options?: CallOptions) => client.call(message, fields, options)];
  });
  const base: ClientBase<Record<string, unknown>, unknown> = {
    get state() {
      return client.state;
    },
    get opening() {
      return client.opening;
    },
    closed: client.closed,
    on: (name, handler) => client.on(name, handler),
    onUnknown: (handler) => client.onUnknown(handler),
    onStateChange: (handler) => client.onStateChange(handler),
    close: () => client.close(),
    [Symbol.asyncDispose]: () => client.close(),
  };
  return Object.freeze(Object.defineProperties(base, Object.getOwnPropertyDescriptors(Object.fromEntries([...own, ...calls]))));
}
