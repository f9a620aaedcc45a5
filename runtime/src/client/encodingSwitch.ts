import { encodingAskedBy } from "../encodingLaws.ts";
import type { EncodingsDescriptor } from "../endpoint.ts";
import type { Encoding } from "../parser.ts";

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
    const wanted = encodingAskedBy(this.#descriptor, message, frame);
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
