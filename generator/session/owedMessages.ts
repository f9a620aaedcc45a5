import type { StreamDescriptor } from "@wirepact/runtime";
import { agree, type NamedFrame } from "@wirepact/runtime/laws";
import { BOUNDS } from "./bounded.ts";

/** The end of a stream, and what follows it once. */
export interface Owed {
  readonly descriptor: StreamDescriptor;
  /** What the descriptor looks at of the start. */
  readonly start: unknown;
  /** The message that ended the stream, and its place in the session. */
  readonly message: string;
  readonly number: number;
  readonly remaining: Set<string>;
}

/** What follows streams that have ended, the oldest end first. */
export class OwedMessages {
  readonly #owed = new Set<Owed>();

  get size(): number {
    return this.#owed.size;
  }

  get all(): readonly Owed[] {
    return [...this.#owed];
  }

  /** Notes an end. Returns the oldest one where too many are incomplete. */
  add(owed: Owed): Owed | undefined {
    if (owed.remaining.size === 0) return undefined;
    this.#owed.add(owed);
    if (this.#owed.size <= BOUNDS.streams) return undefined;
    const [oldest] = this.#owed;
    if (oldest !== undefined) this.#owed.delete(oldest);
    return oldest;
  }

  /** Takes a message for what follows an end; false where none calls for it. */
  take({ message, frame }: NamedFrame): boolean {
    for (const owed of this.#owed) {
      if (!owed.remaining.has(message) || !agree(owed.descriptor.match, owed.start, frame)) continue;
      owed.remaining.delete(message);
      if (owed.remaining.size === 0) this.#owed.delete(owed);
      return true;
    }
    return false;
  }
}
