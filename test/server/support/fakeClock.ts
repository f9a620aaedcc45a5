import type { Clock } from "../../../runtime/src/clock.ts";

/** A clock that stands still until it is told to go, and counts its timers. */
export class FakeClock implements Clock {
  #now = 1_735_689_600_000;
  readonly #timers = new Set<{ readonly at: number; readonly run: () => void }>();

  readonly now = () => this.#now;

  readonly random = () => 0;

  readonly after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** Timers that are neither over nor cancelled. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets time pass, and what is due happen in its order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }
}
