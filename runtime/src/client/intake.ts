import type { Clock } from "../clock.ts";
import type { IncomingFrame } from "../wire.ts";

/**
 * Frames on their way in. Those that come at once with the opening message are kept for a moment, and what listeners are to hear
 * of it and of those before it: whoever awaits `connect` has not had a chance to listen yet.
 */
export class Intake {
  readonly #clock: Clock;
  readonly #deliver: (frame: IncomingFrame) => void;
  #held: (() => void)[] | undefined;
  #cancel = () => {};

  constructor(clock: Clock, deliver: (frame: IncomingFrame) => void) {
    this.#clock = clock;
    this.#deliver = deliver;
  }

  /** Keeps what listeners have missed, and what comes, until the promises that are settled now have been heard of. */
  hold(missed: readonly (() => void)[]): void {
    this.#held = [...missed];
    this.#cancel = this.#clock.after(0, () => this.release());
  }

  take(frame: IncomingFrame): void {
    if (this.#held === undefined) this.#deliver(frame);
    else this.#held.push(() => this.#deliver(frame));
  }

  /** Delivers what was kept. */
  release(): void {
    for (const deliver of this.drop()) deliver();
  }

  /** Forgets what was kept, and returns it. */
  drop(): readonly (() => void)[] {
    this.#cancel();
    const held = this.#held ?? [];
    this.#held = undefined;
    return held;
  }
}
