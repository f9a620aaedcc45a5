/** A frame as it arrived. */
export type IncomingFrame =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary"; readonly bytes: Uint8Array }
  /** Socket.IO decodes by itself: `{event, data}`, or `{event}` where the event came without data. */
  | {
      readonly kind: "event";
      readonly frame: unknown;
      /** The transport itself raised it, such as `connect`: nobody sent it, and a contract need not know it. */
      readonly raised?: true;
    };

/** A frame as it is to travel. */
export type OutgoingFrame = string | Uint8Array | { readonly frame: unknown };
