import type { Clock } from "../clock.ts";
import type { Limits } from "./limits.ts";

/** Finds out that a connection is dead: after silence it asks, and without an answer it says so. */
export class Watch {
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #ask: () => void;
  readonly #dead: () => void;
  #cancel: () => void;
  #heard: number;

  constructor(clock: Clock, limits: Limits, ask: () => void, dead: () => void) {
    this.#clock = clock;
    this.#limits = limits;
    this.#ask = ask;
    this.#dead = dead;
    this.#heard = clock.now();
    this.#cancel = clock.after(limits.idle, () => this.#quiet());
  }

  /** A sign of life. Costs a number: timers look at it when they fire. */
  alive(): void {
    this.#heard = this.#clock.now();
  }

  stop(): void {
    this.#cancel();
  }

  #quiet(): void {
    const left = this.#heard + this.#limits.idle - this.#clock.now();
    if (left > 0) {
      this.#cancel = this.#clock.after(left, () => this.#quiet());
      return;
    }
    const asked = this.#heard;
    this.#ask();
    this.#cancel = this.#clock.after(this.#limits.alive, () => (this.#heard === asked ? this.#dead() : this.#quiet()));
  }
}
