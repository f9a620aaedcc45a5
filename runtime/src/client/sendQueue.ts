import type { OutgoingFrame } from "../wire.ts";
import type { WirepactError } from "../wirepactError.ts";
import { overloaded } from "./overloaded.ts";
import type { Parcel } from "./parcel.ts";
import { snapshot } from "./snapshot.ts";

interface Waiting {
  readonly parcel: Parcel;
  readonly bytes: number;
}

/** Messages that wait for a connection, first in, first out; so many and so large at most. */
export class SendQueue {
  readonly #limits: { readonly messages: number; readonly bytes: number };
  /** By the parcel that was given; what waits is a copy of it. */
  readonly #waiting = new Map<Parcel, Waiting>();
  #bytes = 0;

  constructor(limits: { readonly messages: number; readonly bytes: number }) {
    this.#limits = limits;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Keeps a message as it is now, or throws where there is no room. */
  add(parcel: Parcel, written: OutgoingFrame): void {
    const bytes = sizeOf(written);
    if (this.#waiting.size >= this.#limits.messages || this.#bytes + bytes > this.#limits.bytes) {
      throw overloaded(parcel.message, `no connection, and ${this.#waiting.size} messages of ${this.#bytes} bytes wait already`);
    }
    this.#waiting.set(parcel, { parcel: { ...parcel, fields: snapshot(parcel.fields) }, bytes });
    this.#bytes += bytes;
  }

  /** The next message, which no longer waits. */
  take(): Parcel | undefined {
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    this.remove(first[0]);
    return first[1].parcel;
  }

  remove(parcel: Parcel): void {
    this.#bytes -= this.#waiting.get(parcel)?.bytes ?? 0;
    this.#waiting.delete(parcel);
  }

  failAll(error: WirepactError): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#bytes = 0;
    for (const { parcel } of waiting) parcel.failed(error);
  }
}

function sizeOf(written: OutgoingFrame): number {
  if (written instanceof Uint8Array) return written.byteLength;
  return new TextEncoder().encode(typeof written === "string" ? written : JSON.stringify(written.frame)).byteLength;
}
