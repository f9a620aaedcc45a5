import type { OutgoingFrame } from "./wire.ts";

/**
 * A Socket.IO event as a frame: its name, and its first value where it has one. Contracts know no second value; the function
 * that would answer an acknowledgement is none.
 */
export function eventFrame(event: unknown, [data]: readonly unknown[]): unknown {
  return data === undefined || typeof data === "function" ? { event } : { event, data };
}

/** What Socket.IO's `emit` is called with for a frame. The cores compose frames of the contract, and check them. */
export function emitArguments(frame: OutgoingFrame): [event: string, ...values: unknown[]] {
  if (typeof frame === "string" || ArrayBuffer.isView(frame)) throw new TypeError("a frame of Socket.IO must be an event");
  const { event, data } = frame.frame as { readonly event: string; readonly data?: unknown };
  return data === undefined ? [event] : [event, data];
}
