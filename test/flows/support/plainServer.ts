import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { WebSocketServer } from "ws";

/** A server of plain `ws` that says some texts to everybody who comes, until the test is over; gives its port. */
export async function plainServer(texts: readonly string[]): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) => {
    for (const text of texts) socket.send(text);
  });
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  // It listens to a port, not to a pipe.
  return (server.address() as AddressInfo).port;
}
