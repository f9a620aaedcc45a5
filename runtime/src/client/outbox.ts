import { composeFrame, filledFrame } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { OutgoingFrame } from "../wire.ts";
import { WirepactError } from "../wirepactError.ts";
import { STATE } from "./clientState.ts";
import { closedError } from "./closedError.ts";
import { PHASE } from "./connection.ts";
import type { ClientDefinition } from "./definition.ts";
import type { EncodingSwitch } from "./encodingSwitch.ts";
import type { FrameCodec } from "./frameCodec.ts";
import type { Link } from "./link.ts";
import { overloaded } from "./overloaded.ts";
import type { Parcel } from "./parcel.ts";
import { SendQueue } from "./sendQueue.ts";

/** What an outbox needs. */
export interface OutboxParts {
  readonly definition: ClientDefinition;
  readonly codec: FrameCodec;
  readonly encoding: EncodingSwitch;
  readonly link: () => Link;
  readonly limits: { readonly messages: number; readonly bytes: number };
  /** Hears of every message that leaves. */
  readonly onSent: (message: string, frame: unknown) => void;
}

/** Where messages leave: checked strictly, encoded, sent at once or kept until there is a connection. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #queue: SendQueue;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#queue = new SendQueue(parts.limits);
  }

  /** Takes a message, or throws why it cannot be sent. */
  post(parcel: Parcel): void {
    const link = this.#parts.link();
    if (link.state === STATE.closed) throw closedError(parcel.message.name, link.reason);
    const frame = this.#compose(parcel);
    this.#check(parcel.message, frame);
    const written = this.#write(parcel, frame);
    const isReady = link.connection.phase === PHASE.ready;
    if (!isReady || (!this.#queue.isEmpty && parcel.isUrgent !== true)) return this.#queue.add(parcel, written);
    if (link.connection.buffered() > this.#parts.limits.bytes) throw overloaded(parcel.message, "the connection is too slow");
    this.#send(parcel, frame, written);
  }

  /** Takes back a message that has not left. */
  withdraw(parcel: Parcel): void {
    this.#queue.remove(parcel);
  }

  /** Sends what waits, with what the new connection's frames carry. */
  flush(): void {
    while (this.#parts.link().connection.phase === PHASE.ready) {
      const parcel = this.#queue.take();
      if (parcel === undefined) return;
      try {
        const frame = this.#compose(parcel);
        this.#send(parcel, frame, this.#write(parcel, frame));
      } catch (error) {
        parcel.failed(asWirepactError(error, parcel.message));
      }
    }
  }

  /** Fails what waits. */
  failAll(error: WirepactError): void {
    this.#queue.failAll(error);
  }

  #compose({ message, fields, id }: Parcel): unknown {
    const frame = composeFrame(message, copy(fields), this.#parts.link().connection.envelope);
    return id === undefined ? frame : filledFrame(frame, id);
  }

  #check(message: MessageDescriptor, frame: unknown): void {
    const result = this.#parts.definition.check(frame, "msgpack");
    if (result.ok) return;
    const { issues } = result.error;
    throw new WirepactError("invalid-message", result.error.summary, { messageName: message.name, issues, cause: result.error });
  }

  #write({ message }: Parcel, frame: unknown): OutgoingFrame {
    return this.#parts.codec.write(message, frame, this.#parts.encoding.encoding);
  }

  #send(parcel: Parcel, frame: unknown, written: OutgoingFrame): void {
    parcel.leaving(frame);
    this.#parts.onSent(parcel.message.name, frame);
    this.#parts.link().connection.send(written);
  }
}

/** Whoever changes an object after sending it must not change what answers are matched with. */
function copy(fields: unknown): unknown {
  const isRecord = typeof fields === "object" && fields !== null && !Array.isArray(fields) && !ArrayBuffer.isView(fields);
  return isRecord ? { ...fields } : fields;
}

function asWirepactError(error: unknown, { name }: MessageDescriptor): WirepactError {
  if (error instanceof WirepactError) return error;
  return new WirepactError("invalid-message", `${name} could not be sent`, { messageName: name, cause: error });
}
