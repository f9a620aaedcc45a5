import type { Door, Listener, OpenListener } from "../server/listener.ts";
import { AdmittedRequests } from "./admittedRequests.ts";
import { createEngine } from "./createEngine.ts";
import { HttpBinding } from "./httpBinding.ts";
import { acceptSockets } from "./socketioPeer.ts";

/**
 * Makes the listener of a server over Socket.IO 4: Engine.IO's path `/socket.io/`, the contract's namespace, and the contract's
 * HTTP calls beside it. No acknowledgements, no recovery of lost connections, no other namespaces, no files of the client.
 */
export const openSocketioServer: OpenListener = (door: Door): Listener => {
  const engine = createEngine(door);
  const requests = new AdmittedRequests(door, engine);
  acceptSockets(door, engine, requests);
  const binding = new HttpBinding(door, requests);
  return {
    listen: (port, host) => binding.listen(port, host),
    attach: (server) => binding.attach(server),
    address: () => binding.address(),
    stop: () => binding.stop(),
    close: async () => {
      await engine.close();
      await binding.close();
    },
  };
};
