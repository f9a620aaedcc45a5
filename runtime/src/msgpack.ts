import { decode, encode } from "@msgpack/msgpack";
import type { BinaryCodec } from "./codec.ts";
import { FrameError, preview } from "./error.ts";
import { isPlausible } from "./msgpackShape.ts";

/** Decodes one MessagePack frame, or says why it is none. What its headers claim is checked against the bytes at hand before anything is allocated. */
export function decodeMsgpack(bytes: Uint8Array): { readonly frame: unknown } | FrameError {
  try {
    if (isPlausible(bytes)) return { frame: decode(bytes) };
  } catch {
    // The decoder says no more than that it could not: the answer below is the same.
  }
  const issue = { path: "", code: "parse-error", text: "must be one MessagePack value", value: preview(bytes) };
  return new FrameError("parse-error", null, [issue]);
}

/** Encodes one frame; a property without a value is left out, as JSON does. */
export function encodeMsgpack(frame: unknown): Uint8Array {
  return encode(frame, { ignoreUndefined: true, maxDepth: DEEPEST });
}

/** How deep a frame to be sent may be nested: as deep as one that is read. */
const DEEPEST = 1000;

/** The codec that generated packages with MessagePack frames pass to their stubs. */
export const msgpack: BinaryCodec = Object.freeze({ decode: decodeMsgpack, encode: encodeMsgpack });
