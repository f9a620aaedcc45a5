import { io, type Socket } from "socket.io-client";
import { afterEach } from "vitest";
import { type Listening, listenTo, RecordingDoor } from "./listening.ts";
import { Mailbox } from "./mailbox.ts";

/** The ways in which a client of Socket.IO may connect. */
export const TRANSPORTS = [["polling", "websocket"], ["websocket"], ["polling"]];

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Has something done after the test, whatever comes of it. */
export function afterwards(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

/** Starts a listener that closes after the test. */
export async function start(door = new RecordingDoor()): Promise<Listening> {
  const listening = await listenTo(door);
  afterwards(() => listening.listener.close());
  return listening;
}

/** A stranger: socket.io-client as its own documentation uses it. */
export function stranger(url: string, options: object = {}): Socket {
  const socket = io(url, { reconnection: false, forceNew: true, ...options });
  afterwards(() => socket.disconnect());
  return socket;
}

/** All events that a stranger gets. */
export function eventsOf(socket: Socket): Mailbox<unknown[]> {
  const events = new Mailbox<unknown[]>();
  socket.onAny((...event: unknown[]) => events.put(event));
  return events;
}

/** Waits for an event of the socket itself. */
export function happens(socket: Socket, event: string): Promise<unknown[]> {
  return new Promise((resolve) => socket.once(event, (...values: unknown[]) => resolve(values)));
}

/** Waits until a stranger is connected. */
export async function connected(socket: Socket): Promise<void> {
  if (!socket.connected) await happens(socket, "connect");
}
