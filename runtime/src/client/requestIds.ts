import type { Clock } from "../clock.ts";

/** Ids that a client gives to its requests: as UUIDs are written, the last part counts. They tell apart, and are no secrets. */
export class RequestIds {
  readonly #clock: Clock;
  #start: string | undefined;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The next one. */
  next(): string {
    this.#start ??= `${this.#digits(8)}-${this.#digits(4)}-4${this.#digits(3)}-8${this.#digits(3)}`;
    this.#count += 1;
    return `${this.#start}-${this.#count.toString(16).padStart(12, "0")}`;
  }

  #digits(length: number): string {
    return Array.from({ length }, () => Math.floor(this.#clock.random() * 16).toString(16)).join("");
  }
}
