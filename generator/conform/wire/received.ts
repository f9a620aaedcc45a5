import { decode } from "@msgpack/msgpack";
import { type EncodingsDescriptor, FrameError, preview, printable } from "@wirepact/runtime";
import type { Received } from "./peer.ts";

/** So much of a frame is shown. */
const SHOWN = 500;

/** Reads a WebSocket frame by its opcode. It decodes by itself: what the stubs do wrong must not hide here. */
export function receivedFrom(data: Buffer, isBinary: boolean, { binary }: EncodingsDescriptor): Received {
  if (!isBinary) return { frame: readJson(data), encoding: "json", shown: cut(data.subarray(0, SHOWN * 4).toString()) };
  // A protocol of text alone has a message in there, if any, that only travels wrongly.
  const frame = binary === "msgpack" ? readMsgpack(data) : readJson(data);
  return { frame, encoding: "msgpack", shown: cut(`hex ${data.subarray(0, SHOWN).toString("hex")}`) };
}

/** Reads an event of Socket.IO. Contracts know no second value. */
export function receivedEvent(event: unknown, values: readonly unknown[]): Received {
  const carried = values.filter((value) => typeof value !== "function");
  const [data] = carried;
  const frame = data === undefined ? { event } : { event, data };
  const tooMany = carried.length < 2 ? frame : unreadable(`must be an event with one value, got ${carried.length}`, carried);
  return { frame: tooMany, encoding: undefined, shown: cut(preview(frame)) };
}

function readJson(data: Buffer): unknown {
  const text = data.toString();
  try {
    return JSON.parse(text);
  } catch {
    return unreadable("must be JSON", text);
  }
}

function readMsgpack(data: Buffer): unknown {
  try {
    return decode(data);
  } catch {
    return unreadable("must be MessagePack", data.subarray(0, SHOWN).toString("hex"));
  }
}

function unreadable(text: string, value: unknown): FrameError {
  return new FrameError("parse-error", null, [{ path: "", code: "parse-error", text, value: preview(value) }]);
}

function cut(text: string): string {
  const shown = printable(text.slice(0, SHOWN));
  return text.length > SHOWN ? `${shown}…` : shown;
}
