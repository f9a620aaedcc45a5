import type { FrameError } from "./error.ts";

/** Turns frames into bytes and back. The one that generated packages pass is MessagePack's. */
export interface BinaryCodec {
  /** Never throws: what is no frame is an error as a value. */
  readonly decode: (bytes: Uint8Array) => { readonly frame: unknown } | FrameError;
  readonly encode: (frame: unknown) => Uint8Array;
}
