import type { ServerDefinition } from "./definition.ts";
import { checkHandlers, checkOptions } from "./given.ts";
import type { Handler } from "./host.ts";
import { MessageServer } from "./messageServer.ts";
import type { ServerOptions } from "./options.ts";
import { planOf, requiredMethods } from "./plan.ts";
import type { Server } from "./server.ts";

/** A generated `serve` function, before its package's types say more. */
export type Serve = (handlers: object, options?: ServerOptions) => Server;

/** Makes the `serve` function of a protocol. */
export function createServe(definition: ServerDefinition): Serve {
  const plan = planOf(definition);
  return (handlers, options = {}) => {
    const missing = requiredMethods(plan).filter((method) => methodOf(handlers, method) === undefined);
    if (missing.length > 0) throw new TypeError(`handlers of ${definition.contract.protocol} lack ${missing.join(", ")}`);
    checkHandlers(definition, handlers);
    checkOptions(definition, options);
    return new MessageServer(plan, (method) => methodOf(handlers, method), options);
  };
}

/** A method of the handlers, whether they are a plain object or a class's. Its name comes from the contract, never from a peer. */
function methodOf(handlers: object, name: string): Handler | undefined {
  const method: unknown = Reflect.get(handlers, name);
  return typeof method === "function" ? (...given) => Reflect.apply(method, handlers, given) : undefined;
}
