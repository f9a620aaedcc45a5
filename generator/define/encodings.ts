import type { MessageDefinition } from "./message.ts";
import { pointer } from "./reply.ts";

/** How frames are encoded, and how a connection changes that. */
export interface Encodings {
  /** Encoding of text frames and of binary frames; a kind of frame that is absent is refused. */
  readonly text?: "json";
  readonly binary?: "msgpack";
  /** What a connection starts with. */
  readonly initial: "json" | "msgpack";
  /** The message that changes it, and what its values stand for. */
  readonly switch?: {
    readonly message: MessageDefinition;
    readonly field: string;
    readonly values: Readonly<Record<string, "json" | "msgpack">>;
  };
}

/** JSON in text frames. */
export function json(): Encodings {
  return { text: "json", initial: "json" };
}

/** MessagePack in binary frames, JSON in text frames. */
export function msgpackOrJson(initial: "json" | "msgpack" = "msgpack"): Encodings {
  return { text: "json", binary: "msgpack", initial };
}

/** Lets a message switch what the server sends from then on. */
export function switchedBy(
  encodings: Encodings,
  message: MessageDefinition,
  field: string,
  values: Readonly<Record<string, "json" | "msgpack">>,
): Encodings {
  return { ...encodings, switch: { message, field: pointer(field), values } };
}
