import { encodeBytes } from "../bytes.ts";
import type { BinaryCodec } from "../codec.ts";
import { bodyOf, messagesFrom } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { NamedFrame } from "../correlation.ts";
import { FrameError, preview } from "../error.ts";
import { decodeJson } from "../json.ts";
import { isNestedDeeper } from "../nesting.ts";
import type { Encoding } from "../parser.ts";
import type { IncomingFrame, OutgoingFrame } from "../wire.ts";
import { WirepactError } from "../wirepactError.ts";
import type { ClientDefinition } from "./definition.ts";
import { MAX_NESTING } from "./settings.ts";

/** A message of the server: its name, its frame, and what a user of it handles. */
export interface Arrived extends NamedFrame {
  readonly body: unknown;
}

/** A frame of the server, read: a message, or nothing that the contract knows. */
export type Incoming =
  | { readonly kind: "message"; readonly arrived: Arrived }
  | { readonly kind: "unknown"; readonly frame: unknown; readonly error: FrameError };

/** Frames to what travels, and back. Nothing that a peer sends makes it throw. */
export class FrameCodec {
  readonly #definition: ClientDefinition;
  readonly #messages: ReadonlyMap<string, MessageDescriptor>;

  constructor(definition: ClientDefinition) {
    this.#definition = definition;
    this.#messages = messagesFrom(definition.contract, "server");
  }

  /** Reads what arrived; the kind of a frame says how it is encoded. */
  read(incoming: IncomingFrame): Incoming {
    const decoded = this.#decode(incoming);
    const raw = incoming.kind === "text" ? incoming.text : incoming.kind === "binary" ? incoming.bytes : incoming.frame;
    if (decoded instanceof FrameError) return { kind: "unknown", frame: raw, error: decoded };
    if (isNestedDeeper(decoded.frame, MAX_NESTING)) return { kind: "unknown", frame: raw, error: TOO_DEEP };
    const result = this.#definition.parse(decoded.frame, incoming.kind === "binary" ? "msgpack" : "json");
    if (!result.ok) return { kind: "unknown", frame: decoded.frame, error: result.error };
    const message = this.#messages.get(result.message);
    const body = message === undefined ? result.value : bodyOf(message, result.value);
    return { kind: "message", arrived: { message: result.message, frame: result.value, body } };
  }

  /** Encodes a frame that was checked; what no encoding can carry is an error of the caller. */
  write(message: MessageDescriptor, frame: unknown, encoding: Encoding): OutgoingFrame {
    const { contract, codec } = this.#definition;
    try {
      if (contract.transport === "socketio") return { frame: encodeBytes(frame) };
      if (encoding === "msgpack") return binaryCodec(codec).encode(frame);
      return JSON.stringify(encodeBytes(frame));
    } catch (cause) {
      throw new WirepactError("invalid-message", `${message.name} cannot be written as ${encoding}`, {
        messageName: message.name,
        cause,
      });
    }
  }

  #decode(incoming: IncomingFrame): { readonly frame: unknown } | FrameError {
    const { encodings } = this.#definition.contract;
    if (incoming.kind === "event") return { frame: incoming.frame };
    if (incoming.kind === "text")
      return encodings.text === null ? unexpected("binary", incoming.text) : decodeJson(incoming.text);
    if (encodings.binary === null) return unexpected("text", incoming.bytes);
    return binaryCodec(this.#definition.codec).decode(incoming.bytes);
  }
}

const TOO_DEEP = new FrameError("too-deep", null, [
  { path: "", code: "too-deep", text: `must not be nested deeper than ${MAX_NESTING}` },
]);

function unexpected(wanted: string, raw: unknown): FrameError {
  const issue = { path: "", code: "parse-error", text: `must be a ${wanted} frame`, value: preview(raw) };
  return new FrameError("parse-error", null, [issue]);
}

function binaryCodec(codec: BinaryCodec | undefined): BinaryCodec {
  if (codec === undefined) throw new TypeError("the contract has binary frames, and the client got no codec for them");
  return codec;
}
