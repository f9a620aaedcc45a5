/** A frame as it arrived. */
export type IncomingFrame =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary"; readonly bytes: Uint8Array }
  /** Socket.IO decodes by itself: `{event, data}`, or `{event}` where the event came without data. */
  | { readonly kind: "event"; readonly frame: unknown };

/** A frame as it is to travel. */
export type OutgoingFrame = string | Uint8Array | { readonly frame: unknown };
