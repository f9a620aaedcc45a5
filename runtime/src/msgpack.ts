import { decode } from "@msgpack/msgpack";
import { FrameError, preview } from "./error.ts";

/** Decodes one MessagePack frame, or says why it is none. Lengths are checked against the bytes at hand before anything is allocated. */
export function decodeMsgpack(bytes: Uint8Array): { readonly frame: unknown } | FrameError {
  const limit = bytes.byteLength;
  try {
    const limits = { maxStrLength: limit, maxBinLength: limit, maxArrayLength: limit, maxMapLength: limit, maxExtLength: limit };
    return { frame: decode(bytes, limits) };
  } catch {
    const issue = { path: "", code: "parse-error", text: "must be one MessagePack value", value: preview(bytes) };
    return new FrameError("parse-error", null, [issue]);
  }
}
