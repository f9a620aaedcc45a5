import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type ServerOptions, type Socket } from "socket.io";
import type { Transport, TransportEnd } from "../../runtime/src/client/transport.ts";
import { openSocketio } from "../../runtime/src/codegen-v1/socketio-client.ts";
import type { IncomingFrame } from "../../runtime/src/wire.ts";
import { Mailbox } from "./mailbox.ts";
import { afterwards } from "./strangers.ts";

/** A stranger: socket.io as its own documentation uses it. */
export interface PlainServer {
  readonly io: Server;
  readonly url: URL;
  readonly sockets: Mailbox<Socket>;
}

/** Starts a plain server that closes after the test. */
export async function plainServer(options: Partial<ServerOptions> = {}, onRequest?: RequestListener): Promise<PlainServer> {
  const http = createServer(onRequest);
  const io = new Server(http, options);
  const sockets = new Mailbox<Socket>();
  io.on("connection", sockets.put);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  afterwards(() => {
    http.closeAllConnections();
    return io.close();
  });
  // It listens to a port, so that its address is no text.
  const { port } = http.address() as AddressInfo;
  return { io, sockets, url: new URL(`ws://127.0.0.1:${port}/`) };
}

/** Our transport, and all that it tells, in its order. */
export interface Opened {
  readonly transport: Transport;
  readonly told: Mailbox<"open" | IncomingFrame | TransportEnd>;
}

/** Opens our transport as the client core does. */
export function open(url: URL, headers: Readonly<Record<string, string>> = {}): Opened {
  const told = new Mailbox<"open" | IncomingFrame | TransportEnd>();
  const transport = openSocketio(
    { url, headers, maxPayload: 1024 * 1024, timeout: 10_000 },
    { onOpen: () => told.put("open"), onFrame: told.put, onClose: told.put },
  );
  afterwards(() => transport.close(1000, ""));
  return { transport, told };
}
