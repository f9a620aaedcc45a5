import type { Clock } from "../clock.ts";

/** What a heartbeat does to its connection. */
export interface HeartbeatHandlers {
  readonly ping: () => void;
  /** Nothing came in time after a ping. */
  readonly dead: () => void;
}

/** Asks at intervals whether the server is alive; any frame is a sign of it. */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #times: { readonly interval: number; readonly deadline: number };
  readonly #handlers: HeartbeatHandlers;
  #cancelBeat = () => {};
  #cancelDeadline: (() => void) | undefined;

  constructor(clock: Clock, times: { readonly interval: number; readonly deadline: number }, handlers: HeartbeatHandlers) {
    this.#clock = clock;
    this.#times = times;
    this.#handlers = handlers;
  }

  /** Begins anew, on a new connection. */
  start(): void {
    this.stop();
    this.#cancelBeat = this.#clock.after(this.#times.interval, () => this.#beat());
  }

  /** A frame came. */
  heard(): void {
    this.#cancelDeadline?.();
    this.#cancelDeadline = undefined;
  }

  /** Leaves no timer behind. */
  stop(): void {
    this.#cancelBeat();
    this.heard();
  }

  #beat(): void {
    this.#cancelBeat = this.#clock.after(this.#times.interval, () => this.#beat());
    this.#cancelDeadline ??= this.#clock.after(this.#times.deadline, () => {
      this.stop();
      this.#handlers.dead();
    });
    this.#handlers.ping();
  }
}
