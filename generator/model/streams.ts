import type { StreamDescriptor } from "@wirepact/runtime";
import type { Root } from "./root.ts";

/** Reads the streams: what starts each, what belongs to it, and what ends it. */
export function readStreams({ streams = [] }: Root): StreamDescriptor[] {
  return streams.map(({ start, items, ends, after = [], match = [], key, concurrent }) => ({
    start,
    items,
    ends: ends.map(({ message, where }) => (where === undefined ? { message } : { message, where })),
    after,
    match,
    ...(key === undefined ? {} : { key }),
    ...(concurrent === undefined ? {} : { concurrent }),
  }));
}
