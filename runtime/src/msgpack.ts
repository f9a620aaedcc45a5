import { decode } from "@msgpack/msgpack";
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
