import type { Clock } from "../clock.ts";
import type { ReconnectSettings } from "./settings.ts";

/**
 * Delays between attempts: each twice the one before, up to a limit, less a random part of up to a half, so that the clients
 * of a server that comes back do not come all at once.
 */
export class Backoff {
  readonly #settings: ReconnectSettings;
  readonly #clock: Clock;
  #attempts = 0;
  #doublings = 0;

  constructor(settings: ReconnectSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** How long to wait before the next attempt; undefined where none is left. */
  next(): number | undefined {
    if (this.#attempts >= this.#settings.attempts) return undefined;
    this.#attempts += 1;
    const full = Math.min(this.#settings.maxDelay, this.#settings.initialDelay * 2 ** this.#doublings);
    this.#doublings += 1;
    return full * (1 - this.#clock.random() / 2);
  }

  /** An attempt succeeded: all attempts are there again. Delays begin anew only after a connection that lasted. */
  succeeded(): void {
    this.#attempts = 0;
  }

  /** A connection lasted. */
  lasted(): void {
    this.#doublings = 0;
  }
}
