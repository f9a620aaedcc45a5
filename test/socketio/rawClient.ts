import { expect } from "vitest";
import { WebSocket } from "ws";
import type { Listening } from "./listening.ts";
import { Mailbox } from "./mailbox.ts";
import { afterwards, eventsOf, stranger } from "./strangers.ts";

/** A client that speaks Engine.IO by hand, so that it can say anything. */
export async function raw(
  { port }: Listening,
  more = "",
): Promise<{ socket: WebSocket; heard: Mailbox<string>; closed: Promise<number> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket${more}`);
  afterwards(() => socket.terminate());
  const heard = new Mailbox<string>();
  socket.on("message", (data) => heard.put(String(data)));
  socket.on("error", () => undefined);
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await heard.next();
  return { socket, heard, closed };
}

/** The same, in the namespace. */
export async function joined(listening: Listening) {
  const client = await raw(listening);
  client.socket.send("40");
  await client.heard.next();
  return { ...client, ...(await listening.door.peers.next()) };
}

/** The server still serves, and nothing of it broke. */
export async function expectAlive({ door, url }: Listening): Promise<void> {
  const socket = stranger(url);
  const events = eventsOf(socket);
  (await door.peers.next()).peer.send({ frame: { event: "alive" } });
  expect(await events.next()).toEqual(["alive"]);
  expect(door.reports).toEqual([]);
}
