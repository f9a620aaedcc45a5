import type { Clock } from "../clock.ts";
import type { IncomingFrame } from "../wire.ts";

/**
 * Frames on their way in. Those that come at once with the opening message are kept for a moment: whoever awaits `connect` has
 * not had a chance to listen yet.
 */
export class Intake {
  readonly #clock: Clock;
  readonly #deliver: (frame: IncomingFrame) => void;
  #held: IncomingFrame[] | undefined;
  #cancel = () => {};

  constructor(clock: Clock, deliver: (frame: IncomingFrame) => void) {
    this.#clock = clock;
    this.#deliver = deliver;
  }

  /** Keeps what comes until the promises that are settled now have been heard of. */
  hold(): void {
    this.#held = [];
    this.#cancel = this.#clock.after(0, () => this.release());
  }

  take(frame: IncomingFrame): void {
    if (this.#held === undefined) this.#deliver(frame);
    else this.#held.push(frame);
  }

  /** Delivers what was kept. */
  release(): void {
    for (const frame of this.drop()) this.#deliver(frame);
  }

  /** Forgets what was kept, and returns it. */
  drop(): readonly IncomingFrame[] {
    this.#cancel();
    const held = this.#held ?? [];
    this.#held = undefined;
    return held;
  }
}
