import type { Clock } from "../clock.ts";
import type { EnvelopePart } from "../compose.ts";
import type { FrameError } from "../error.ts";
import type { IncomingFrame, OutgoingFrame } from "../wire.ts";
import { WirepactError } from "../wirepactError.ts";
import { GIVEN_UP, NORMAL } from "./closeCodes.ts";
import type { Approach } from "./credentials.ts";
import { endError } from "./endError.ts";
import type { OpenTransport, Transport, TransportEnd } from "./transport.ts";

/** The phases of one connection, by name. */
export const PHASE = Object.freeze({
  /** Credentials are being asked for. */
  asking: "asking",
  /** The transport is opening. */
  connecting: "connecting",
  /** It is open; the opening message has not come. */
  greeting: "greeting",
  ready: "ready",
  ended: "ended",
});

/** What one connection is doing. */
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** What one attempt needs. */
export interface ConnectionParts {
  readonly approach: () => Promise<Approach>;
  readonly open: OpenTransport;
  /** The opening message to wait for, where the contract has one. */
  readonly opening: string | undefined;
  /** Close codes by which the contract's servers refuse. */
  readonly refusals: ReadonlySet<number>;
  readonly timeout: number;
  /** The address, as it stands in errors. */
  readonly address: string;
  readonly clock: Clock;
}

/** What a connection tells its owner; nothing after `onEnd`. */
export interface ConnectionHandlers {
  readonly onReady: () => void;
  readonly onFrame: (frame: IncomingFrame) => void;
  readonly onEnd: (error: WirepactError) => void;
}

/** Time for the server to answer a close. */
const CLOSING = 5_000;

/** One attempt at a connection, and the connection that came of it. */
export class Connection {
  readonly #parts: ConnectionParts;
  readonly #handlers: ConnectionHandlers;
  #phase: Phase = PHASE.asking;
  #transport: Transport | undefined;
  #envelope: readonly EnvelopePart[] = [];
  #cancelTimer: () => void;
  #gone: (() => void) | undefined;
  #misheard: FrameError | undefined;

  /** Begins at once. */
  constructor(parts: ConnectionParts, handlers: ConnectionHandlers) {
    this.#parts = parts;
    this.#handlers = handlers;
    this.#cancelTimer = parts.clock.after(parts.timeout, () => this.#late());
    parts.approach().then(
      (approach) => this.#open(approach),
      (cause) => this.drop(new WirepactError("unreachable", `${parts.address}: its credentials could not be had`, { cause })),
    );
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** What every frame of this connection carries. */
  get envelope(): readonly EnvelopePart[] {
    return this.#envelope;
  }

  /** A frame came that is none of the contract; where the opening message is missing, it may have been meant to be it. */
  misheard(error: FrameError): void {
    this.#misheard = error;
  }

  /** The opening message is here. */
  greeted(): void {
    if (this.#phase === PHASE.greeting) this.#ready();
  }

  send(frame: OutgoingFrame): void {
    this.#transport?.send(frame);
  }

  /** Bytes that have not left yet. */
  buffered(): number {
    return this.#transport?.buffered() ?? 0;
  }

  /** Ends a connection that is of no use; what the transport says after that is not heard. */
  drop(error: WirepactError): void {
    if (!this.#end()) return;
    this.#transport?.close(GIVEN_UP, "");
    this.#handlers.onEnd(error);
  }

  /** Ends the connection by wish: `onEnd` is not called. Resolves when it is gone, or does not answer. */
  close(): Promise<void> {
    if (!this.#end() || this.#transport === undefined) return Promise.resolve();
    const { clock } = this.#parts;
    const gone = new Promise<void>((resolve) => {
      const cancel = clock.after(CLOSING, resolve);
      this.#gone = () => {
        cancel();
        resolve();
      };
    });
    this.#transport.close(NORMAL, "");
    return gone;
  }

  #open({ target, envelope }: Approach): void {
    if (this.#phase === PHASE.ended) return;
    this.#phase = PHASE.connecting;
    this.#envelope = envelope;
    this.#transport = this.#parts.open(target, {
      onOpen: () => this.#opened(),
      onFrame: (frame) => this.#phase !== PHASE.ended && this.#handlers.onFrame(frame),
      onClose: (end) => this.#closed(end),
    });
  }

  #opened(): void {
    if (this.#phase !== PHASE.connecting) return;
    if (this.#parts.opening === undefined) this.#ready();
    else this.#phase = PHASE.greeting;
  }

  #ready(): void {
    this.#cancelTimer();
    this.#phase = PHASE.ready;
    this.#handlers.onReady();
  }

  #closed(end: TransportEnd): void {
    this.#gone?.();
    const phase = this.#phase;
    if (this.#end()) this.#handlers.onEnd(endError(end, phase, this.#parts));
  }

  #late(): void {
    const { address, timeout, opening } = this.#parts;
    const missing = this.#phase === PHASE.greeting ? `no ${opening}` : "no connection";
    const cause = this.#misheard;
    this.drop(new WirepactError("timeout", `${address}: ${missing} within ${timeout} ms`, { cause }));
  }

  /** Whether this ended it. */
  #end(): boolean {
    if (this.#phase === PHASE.ended) return false;
    this.#cancelTimer();
    this.#phase = PHASE.ended;
    return true;
  }
}
