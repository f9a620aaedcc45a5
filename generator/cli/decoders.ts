import { decodeJson, FrameError, preview } from "@wirepact/runtime";

/** A decoded frame, or why there is none. */
export type Decoded = { readonly frame: unknown } | FrameError;

/** Reads a line that holds one frame: JSON as it is, MessagePack as hex. */
export async function decoderOf(encoding: "json" | "msgpack"): Promise<(line: Uint8Array) => Decoded> {
  if (encoding === "json") return decodeText;
  const decodeHex = await hexDecoder();
  return (line) => decodeHex(Buffer.from(line).toString("latin1").trim());
}

/** Reads MessagePack from hex. Its codec is loaded where it is wanted. */
export async function hexDecoder(): Promise<(digits: string) => Decoded> {
  const { decodeMsgpack } = await import("@wirepact/runtime/msgpack");
  return (digits) => {
    const bytes = Buffer.from(digits, "hex");
    if (bytes.length > 0 && bytes.length * 2 === digits.length) return decodeMsgpack(bytes);
    return unreadable("must be MessagePack in pairs of hex digits", digits);
  };
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads JSON. A socket that gets bytes that are no text as text is closed with 1007; they are no frame. */
export function decodeText(line: Uint8Array): Decoded {
  try {
    return decodeJson(UTF8.decode(line));
  } catch {
    return unreadable("must be UTF-8", Buffer.from(line).toString());
  }
}

/** Why something is no frame. */
export function unreadable(text: string, value: unknown): FrameError {
  return new FrameError("parse-error", null, [{ path: "", code: "parse-error", text, value: preview(value) }]);
}
