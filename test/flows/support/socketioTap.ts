import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { io } from "socket.io-client";
import type { Seen, Trail } from "./trail.ts";
import type { Tap } from "./websocketTap.ts";

/** Stands between a client and the server at a port: Socket.IO's own server in front, Socket.IO's own client behind. */
export async function tapSocketio(port: number, seen: Trail<Seen>): Promise<Tap> {
  const http = createServer();
  const server = new Server(http);
  server.on("connection", (near) => join(near, port, seen));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  // It listens to a port, not to a pipe.
  return { port: (http.address() as AddressInfo).port, stop: () => server.close() };
}

function join(near: Socket, port: number, seen: Trail<Seen>): void {
  const far = io(`http://127.0.0.1:${port}`, { forceNew: true, reconnection: false });
  near.onAny((event: string, ...values: unknown[]) => {
    seen.put({ from: "client", encoding: "event", frame: frameOf(event, values) });
    far.emit(event, ...values);
  });
  far.onAny((event: string, ...values: unknown[]) => {
    seen.put({ from: "server", encoding: "event", frame: frameOf(event, values) });
    near.emit(event, ...values);
  });
  near.on("disconnect", () => far.disconnect());
  far.on("disconnect", () => near.disconnect(true));
}

/** A second value, or the function of an acknowledgement, would be seen as what it is: too much. */
function frameOf(event: string, values: readonly unknown[]): unknown {
  if (values.length === 0) return { event };
  return values.length === 1 ? { event, data: values[0] } : { event, data: values[0], more: values.slice(1) };
}
