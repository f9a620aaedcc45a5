import type { Server } from "socket.io";
import type { Broadcaster, BroadcastNotice } from "../server/broadcaster.ts";

const EVENT = "wirepact:broadcast";

/**
 * Puts Socket.IO's own adapters (Redis, Postgres, cluster, ...) under a server's broadcasts: the Socket.IO server given need not
 * listen anywhere, it only holds the adapter. `broadcaster: socketioBroadcaster(new Server({ adapter: createAdapter(pub, sub) }))`
 */
export function socketioBroadcaster(io: Server): Broadcaster {
  const bus = io.of("/");
  return {
    publish: (notice) => void bus.serverSideEmit(EVENT, notice),
    subscribe: (receive) => {
      const listener = (notice: BroadcastNotice) => receive(notice);
      bus.on(EVENT as "connection", listener as never);
      return () => void bus.off(EVENT, listener);
    },
  };
}
