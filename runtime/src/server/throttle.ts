import type { Clock } from "../clock.ts";

/** A token bucket: `burst` at once, `rate` a second on average. */
export class Throttle {
  readonly #clock: Clock;
  readonly #rate: number;
  readonly #burst: number;
  #tokens: number;
  #filled: number;

  constructor(clock: Clock, rate: number, burst: number) {
    this.#clock = clock;
    this.#rate = rate;
    this.#burst = burst;
    this.#tokens = burst;
    this.#filled = clock.now();
  }

  /** Takes a token, if one is left. A clock that was set back gives none. */
  take(): boolean {
    if (this.#rate === Number.POSITIVE_INFINITY) return true;
    const now = this.#clock.now();
    const earned = (Math.max(0, now - this.#filled) / 1000) * this.#rate;
    this.#filled = now;
    this.#tokens = Math.min(this.#burst, this.#tokens + earned);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
