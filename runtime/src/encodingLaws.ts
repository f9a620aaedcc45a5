import type { EncodingsDescriptor } from "./endpoint.ts";
import type { Encoding } from "./parser.ts";
import { readPointer } from "./pointer.ts";

/** The encoding to which a message switches; undefined where it is not the message that does. */
export function encodingAskedBy({ switch: rule }: EncodingsDescriptor, message: string, frame: unknown): Encoding | undefined {
  if (rule?.message !== message) return undefined;
  const reading = readPointer(frame, rule.pointer);
  if (!reading.found || typeof reading.value !== "string") return undefined;
  return new Map(Object.entries(rule.values)).get(reading.value);
}
