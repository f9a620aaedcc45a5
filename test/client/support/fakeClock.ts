import type { Clock } from "../../../runtime/src/clock.ts";

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that stands until a test moves it, and whose chance is always the same. */
export class FakeClock implements Clock {
  #now = 1_700_000_000_000;
  readonly #timers = new Set<Timer>();
  chance = 0;

  readonly now = () => this.#now;
  readonly random = () => this.chance;
  readonly after = (milliseconds: number, ring: () => void) => {
    if (milliseconds === Number.POSITIVE_INFINITY) return () => {};
    const timer = { at: this.#now + milliseconds, ring };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  };

  /** Timers that have not rung. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Milliseconds until each timer rings, soonest first. */
  get waits(): number[] {
    return [...this.#timers].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** Moves on, ringing what is due in its order; what each sets going is done before the next. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await settled();
    for (let next = this.#due(until); next !== undefined; next = this.#due(until)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.ring();
      await settled();
    }
    this.#now = until;
  }

  #due(until: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets all that promises have set going happen. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
