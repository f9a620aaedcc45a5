import type { EncodingsDescriptor } from "../endpoint.ts";
import type { Encoding } from "../parser.ts";
import { readPointer } from "../pointer.ts";

/** The encoding in which this side sends, and the message that last changed it. */
export class EncodingSwitch {
  readonly #descriptor: EncodingsDescriptor;
  #encoding: Encoding;
  #last: unknown;

  constructor(descriptor: EncodingsDescriptor) {
    this.#descriptor = descriptor;
    this.#encoding = descriptor.initial;
  }

  get encoding(): Encoding {
    return this.#encoding;
  }

  /** Follows a message that was sent; it was itself still encoded as before. */
  sent(message: string, frame: unknown): void {
    const { switch: rule } = this.#descriptor;
    if (rule === undefined || rule.message !== message) return;
    const reading = readPointer(frame, rule.pointer);
    const wanted =
      reading.found && typeof reading.value === "string" ? new Map(Object.entries(rule.values)).get(reading.value) : undefined;
    if (wanted === undefined) return;
    this.#encoding = wanted;
    this.#last = frame;
  }

  /** A new connection begins as the contract says; returns the switch to repeat on it, if there was one. */
  restart(): { readonly message: string; readonly frame: unknown } | undefined {
    this.#encoding = this.#descriptor.initial;
    const { switch: rule } = this.#descriptor;
    return rule === undefined || this.#last === undefined ? undefined : { message: rule.message, frame: this.#last };
  }
}
