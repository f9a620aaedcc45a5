import { type Findings, quote } from "../diagnostics.ts";
import { get } from "../json.ts";
import type { FramedMessage } from "./readMessage.ts";

/** Event names that Socket.IO keeps for itself: https://socket.io/docs/v4/emit-cheatsheet/#reserved-events */
export const RESERVED_EVENTS: ReadonlySet<string> = new Set([
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
]);

/** Finds ordinary events that Socket.IO would refuse to send. */
export function checkReserved(messages: readonly FramedMessage[], findings: Findings): void {
  for (const { name, value, pointer, socketio } of messages) {
    if (!socketio || !RESERVED_EVENTS.has(name)) continue;
    if (get(get(value, "x-wirepact"), "lifecycle") === true) continue;
    findings.error(
      pointer,
      "reserved-event",
      `Socket.IO reserves the event ${quote(name)}, so it can never travel; rename the event, or declare it as a lifecycle message`,
    );
  }
}
