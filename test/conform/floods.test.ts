import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { startSocketioHost } from "../../generator/conform/client/socketioHost.ts";
import { socketioPeer } from "../../generator/conform/server/socketioPeer.ts";
import { Inbox } from "../../generator/conform/wire/inbox.ts";

const never = new AbortController().signal;

/** How many frames wait there, up to the end of the connection. */
async function framesIn(inbox: Inbox): Promise<number> {
  for (let count = 0; ; count++) if ((await inbox.next(never, undefined))?.kind !== "frame") return count;
}

/** Says more than anybody hears in a case: in frames, or in bytes. */
function flood(socket: { readonly emit: (event: string, value: string) => unknown }, count: number, size: number): void {
  const value = "x".repeat(size);
  for (let said = 0; said < count; said++) socket.emit("noise", value);
}

test.each([
  ["frames", 20_000, 1, 10_001],
  ["bytes", 20, 12 * 1024 * 1024, 11],
])("a client of Socket.IO that sends too many %s is closed, though nobody reads", async (_, count, size, kept) => {
  const host = await startSocketioHost("/", []);
  onTestFinished(host.close);
  const socket = io(host.url, { transports: ["websocket"], reconnection: false });
  await once(socket as never, "connect");
  const gone = once(socket as never, "disconnect");
  flood(socket, count, size);
  await gone;
  expect(await framesIn(host.inbox)).toBe(kept);
});

test.each([
  ["frames", 20_000, 1, 10_001],
  ["bytes", 20, 12 * 1024 * 1024, 11],
])("a server of Socket.IO that sends too many %s is closed, though nobody reads", async (_, count, size, kept) => {
  const http = createServer().listen(0, "127.0.0.1");
  const server = new Server(http);
  onTestFinished(() => void server.close());
  await once(http, "listening");
  const gone = new Promise((resolve) =>
    server.on("connection", (socket) => {
      socket.on("disconnect", resolve);
      flood(socket, count, size);
    }),
  );
  const inbox = new Inbox();
  const url = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  await socketioPeer({ url, headers: {}, auth: {}, made: [] }, inbox.put, never);
  await gone;
  expect(await framesIn(inbox)).toBe(kept);
});
