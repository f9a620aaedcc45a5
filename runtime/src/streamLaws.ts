import type { StreamDescriptor, StreamEnd } from "./conversation.ts";
import { agree, type NamedFrame } from "./correlation.ts";
import { type Pointer, readPointer } from "./pointer.ts";

/** A stream that was started and has not ended, as far as matching goes. */
export interface StreamState {
  readonly descriptor: StreamDescriptor;
  /** The frame that started it, or as much of it as the descriptor's `match` looks at. */
  readonly frame: unknown;
  /** The name that the other side gave it, once known. */
  key: unknown;
}

/** How a message may belong to a stream: it names it, or names none. */
export type Fit = "named" | "possible" | "none";

/** Whether a message may belong to a running stream. `isTaken` tells names that belong to another, or did. */
export function fitOf(stream: StreamState, { message, frame }: NamedFrame, isTaken: (key: unknown) => boolean): Fit {
  const { items, ends, match } = stream.descriptor;
  if (!items.includes(message) && !ends.some((end) => end.message === message)) return "none";
  if (!agree(match, stream.frame, frame)) return "none";
  const key = keyOf(stream.descriptor, frame);
  if (key === undefined) return match.some(([, answered]) => has(frame, answered)) ? "named" : "possible";
  if (stream.key !== undefined) return stream.key === key ? "named" : "none";
  return isTaken(key) ? "none" : "possible";
}

/** Whether a message of a stream is its last. */
export function endsStream({ ends }: StreamDescriptor, message: NamedFrame): boolean {
  return ends.some((end) => isEnd(end, message));
}

function isEnd({ message, where }: StreamEnd, taken: NamedFrame): boolean {
  if (message !== taken.message) return false;
  if (where === undefined) return true;
  const reading = readPointer(taken.frame, where.pointer);
  return reading.found && typeof reading.value === "string" && where.values.includes(reading.value);
}

/** Whether a message can be one of a stream's, its last and what follows that included. */
export function belongsTo({ items, ends, after }: StreamDescriptor, message: string): boolean {
  return items.includes(message) || after.includes(message) || ends.some((end) => end.message === message);
}

/** How many streams of a kind may run at a time: one where nothing tells the messages of two apart, whatever the contract says. */
export function mostAtATime({ concurrent, key, match }: StreamDescriptor): number {
  if (key === undefined && match.length === 0) return 1;
  return concurrent ?? Number.POSITIVE_INFINITY;
}

/** The name that a frame of a stream carries. */
export function keyOf({ key }: StreamDescriptor, frame: unknown): string | number | undefined {
  return key === undefined ? undefined : nameAt(frame, key);
}

/** The name that the start itself asks for, where what follows must repeat it. */
export function keyAsked(descriptor: StreamDescriptor, start: unknown): unknown {
  const pair = descriptor.match.find(([, answered]) => answered === descriptor.key);
  if (pair === undefined) return undefined;
  const reading = readPointer(start, pair[0]);
  return reading.found && reading.value !== null ? reading.value : undefined;
}

/** The name at a place of a frame; null and what is no name count as none. */
export function nameAt(frame: unknown, pointer: Pointer): string | number | undefined {
  const reading = readPointer(frame, pointer);
  if (!reading.found) return undefined;
  return typeof reading.value === "string" || typeof reading.value === "number" ? reading.value : undefined;
}

/** Whether a frame has something else than null at a place. */
export function has(frame: unknown, pointer: Pointer): boolean {
  const reading = readPointer(frame, pointer);
  return reading.found && reading.value !== null;
}
