import { decode, encode } from "@msgpack/msgpack";
import type { BinaryCodec } from "./codec.ts";
import { FrameError, preview } from "./error.ts";
import { isPlausible } from "./msgpackShape.ts";
import { isWritableAsUtf8 } from "./wellFormed.ts";

/**
 * Decodes one MessagePack frame, or says why it is none. What its headers claim is checked against the bytes at hand before
 * anything is allocated, and lists and maps may be nested 1000 deep.
 *
 * A text that is no UTF-8 is refused. Keys are texts, or numbers, which become property names; a frame with any other key, or with
 * the key `__proto__`, is refused, and of one that stands twice the last value counts. A timestamp becomes a Date and any other
 * extension an ExtData of `@msgpack/msgpack`: no schema describes them, so validators accept them only where nothing is said of the
 * value. Whole numbers beyond 2^53 are rounded, as in JSON.
 */
export function decodeMsgpack(bytes: Uint8Array): { readonly frame: unknown } | FrameError {
  try {
    if (isPlausible(bytes)) return { frame: decode(bytes) };
  } catch {
    // The decoder says no more than that it could not: the answer below is the same.
  }
  const issue = { path: "", code: "parse-error", text: "must be one MessagePack value", value: preview(bytes) };
  return new FrameError("parse-error", null, [issue]);
}

/**
 * Encodes one frame; a property without a value is left out, as JSON does. Throws where a text has half of a surrogate pair, for
 * which UTF-8 has no bytes: what would be written instead is another text, or none that `decodeMsgpack` reads.
 */
export function encodeMsgpack(frame: unknown): Uint8Array {
  const bytes = encode(frame, { ignoreUndefined: true, maxDepth: DEEPEST });
  // Asked after the encoder, which has found that the frame is no deeper than it may be.
  if (!isWritableAsUtf8(frame)) throw new TypeError("a text has half of a surrogate pair, which UTF-8 cannot write");
  return bytes;
}

/** How deep a frame to be sent may be nested: as deep as one that is read. */
const DEEPEST = 1000;

/** The codec that generated packages with MessagePack frames pass to their stubs. */
export const msgpack: BinaryCodec = Object.freeze({ decode: decodeMsgpack, encode: encodeMsgpack });
