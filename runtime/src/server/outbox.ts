import type { Clock } from "../clock.ts";
import type { Encoding } from "../parser.ts";
import type { Limits } from "./limits.ts";
import type { Peer } from "./peer.ts";
import type { PreparedFrame } from "./prepare.ts";

/** The way out to one peer: frames wait for the opening message, slow readers are dropped, and nothing follows a close. */
export class Outbox {
  readonly #peer: Peer;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #slow: () => void;
  #state: "opening" | "open" | "closing" | "closed" = "opening";
  #held: PreparedFrame[] = [];
  #cancelCut: (() => void) | undefined;
  encoding: Encoding;

  constructor(peer: Peer, encoding: Encoding, limits: Limits, clock: Clock, slow: () => void) {
    this.#peer = peer;
    this.encoding = encoding;
    this.#limits = limits;
    this.#clock = clock;
    this.#slow = slow;
  }

  get isOpen(): boolean {
    return this.#state === "opening" || this.#state === "open";
  }

  /** Whether so much waits for a slow reader that what can wait should: a quarter of what would drop it. */
  get isBehind(): boolean {
    return this.isOpen && this.#peer.buffered() > this.#limits.outbound / 4;
  }

  /** Sends a frame; false where the connection is on its way to its end. */
  send(frame: PreparedFrame): boolean {
    if (!this.isOpen) return false;
    if (this.#state === "opening") return this.#hold(frame);
    this.#peer.send(frame.encode(this.encoding));
    if (this.#peer.buffered() <= this.#limits.outbound) return true;
    this.#slow();
    this.close(1013, "reads too slowly");
    return false;
  }

  /** Sends the opening message, where there is one, and then what was sent before it. */
  open(first: PreparedFrame | undefined): void {
    if (this.#state !== "opening") return;
    this.#state = "open";
    const held = first === undefined ? this.#held : [first, ...this.#held];
    this.#held = [];
    for (const frame of held) this.send(frame);
  }

  /** Sends a last frame past the opening message, before a close. */
  sendLast(frame: PreparedFrame): void {
    if (this.isOpen) this.#peer.send(frame.encode(this.encoding));
  }

  /** Begins the end; a peer that does not answer is cut off. */
  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#state = "closing";
    this.#held = [];
    this.#peer.close(closeCode(code), reason);
    // The transport may have said that it is closed while it was told to close.
    if (!this.isClosed()) this.#cancelCut = this.#clock.after(this.#limits.closing, () => this.#peer.terminate());
  }

  /** The transport is closed. */
  closed(): void {
    this.#state = "closed";
    this.#held = [];
    this.#cancelCut?.();
  }

  isClosed(): boolean {
    return this.#state === "closed";
  }

  #hold(frame: PreparedFrame): boolean {
    this.#held.push(frame);
    if (this.#held.length <= this.#limits.pending) return true;
    this.#slow();
    this.close(1013, "too much before the opening message");
    return false;
  }
}

/** A code that may stand in a close frame (RFC 6455, 7.4); anything else becomes "internal error". */
function closeCode(code: number): number {
  const named = code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
  return Number.isInteger(code) && (named || (code >= 3000 && code <= 4999)) ? code : 1011;
}
