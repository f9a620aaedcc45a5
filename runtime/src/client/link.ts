import type { Clock } from "../clock.ts";
import type { IncomingFrame } from "../wire.ts";
import type { WirepactError } from "../wirepactError.ts";
import { Backoff } from "./backoff.ts";
import { type ClientState, STATE } from "./clientState.ts";
import { noAttemptLeft } from "./closedError.ts";
import type { Connection, ConnectionHandlers } from "./connection.ts";
import type { ReconnectSettings } from "./settings.ts";

/** What a link needs. */
export interface LinkParts {
  /** Begins an attempt. */
  readonly attempt: (handlers: ConnectionHandlers) => Connection;
  readonly reconnect: ReconnectSettings | undefined;
  /** Whether another attempt would end the same way. */
  readonly isFinal: (error: WirepactError) => boolean;
  readonly clock: Clock;
}

/** What a link tells its owner. */
export interface LinkHandlers {
  /** A connection is ready, the first or another; before `onState` says so. */
  readonly onReady: () => void;
  readonly onFrame: (frame: IncomingFrame) => void;
  /** A connection that was ready is gone; others may follow. */
  readonly onLost: (error: WirepactError) => void;
  /** None will follow. */
  readonly onOver: (error: WirepactError) => void;
  readonly onState: (state: ClientState, reason?: WirepactError) => void;
}

/** After a connection of this length, delays begin anew. */
const LASTING = 10_000;

/** One connection after the other, for as long as the client is to be connected. */
export class Link {
  readonly #parts: LinkParts;
  readonly #handlers: LinkHandlers;
  readonly #backoff: Backoff | undefined;
  #state: ClientState = STATE.connecting;
  #connection: Connection;
  #readyAt = 0;
  #cancelRetry = () => {};
  #reason: WirepactError | undefined;
  #settle: { readonly resolve: () => void; readonly reject: (error: WirepactError) => void } | undefined;
  /** Settled by the first connection. */
  readonly first: Promise<void>;

  /** Begins at once. */
  constructor(parts: LinkParts, handlers: LinkHandlers) {
    this.#parts = parts;
    this.#handlers = handlers;
    this.#backoff = parts.reconnect && new Backoff(parts.reconnect, parts.clock);
    this.first = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#connection = this.#attempt();
  }

  get state(): ClientState {
    return this.#state;
  }

  /** Why it is over; undefined while it is not. */
  get reason(): WirepactError | undefined {
    return this.#reason;
  }

  /** The latest connection, whatever has become of it. */
  get connection(): Connection {
    return this.#connection;
  }

  /** No more attempts; whoever calls has ended the connection. */
  end(error: WirepactError): void {
    if (this.#state !== STATE.closed) this.#over(error);
  }

  #attempt(): Connection {
    return this.#parts.attempt({
      onReady: () => this.#ready(),
      onFrame: this.#handlers.onFrame,
      onEnd: (error) => this.#ended(error),
    });
  }

  #ready(): void {
    this.#backoff?.succeeded();
    this.#readyAt = this.#parts.clock.now();
    this.#state = STATE.open;
    this.#handlers.onReady();
    this.#settle?.resolve();
    // What was sent may have ended it already.
    if (this.#state === STATE.open) this.#handlers.onState(STATE.open);
  }

  #ended(error: WirepactError): void {
    const isFirst = this.#state === STATE.connecting;
    if (this.#state === STATE.open) this.#lost(error);
    if (this.#state === STATE.closed) return;
    if (isFirst || this.#backoff === undefined || this.#parts.isFinal(error)) return this.#over(error);
    const delay = this.#backoff.next();
    if (delay === undefined) return this.#over(noAttemptLeft(error));
    this.#cancelRetry = this.#parts.clock.after(delay, () => {
      this.#connection = this.#attempt();
    });
    this.#change(STATE.reconnecting, error);
  }

  #lost(error: WirepactError): void {
    if (this.#parts.clock.now() - this.#readyAt >= LASTING) this.#backoff?.lasted();
    this.#handlers.onLost(error);
  }

  #over(error: WirepactError): void {
    this.#cancelRetry();
    this.#state = STATE.closed;
    this.#reason = error;
    this.#settle?.reject(error);
    this.#handlers.onOver(error);
    this.#handlers.onState(STATE.closed, error);
  }

  #change(state: ClientState, reason: WirepactError): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#handlers.onState(state, reason);
  }
}
