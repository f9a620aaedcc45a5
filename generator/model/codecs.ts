import type { Root } from "./root.ts";

/** A byte layout beside the socket's encodings. */
export interface Codec {
  readonly name: string;
  readonly description: string;
  readonly source: string | undefined;
  /** The parts of its bytes in order; every text but the last ends with a NUL. */
  readonly layout: readonly { readonly name: string; readonly kind: "text" | "bytes" }[];
}

/** Reads the codecs. */
export function readCodecs({ codecs = {} }: Root): Codec[] {
  return Object.entries(codecs).map(([name, { description, source, layout }]) => ({ name, description, source, layout }));
}
