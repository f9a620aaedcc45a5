import type { PeerEvent, Put } from "./peer.ts";

/** So much may wait here before the server has to. */
const FULL = { frames: 1_000, bytes: 2 * 1024 * 1024 };

/** Keeps what a peer hears, in its order, until somebody asks. Beyond a bound the peer stops to read. */
export class Inbox {
  readonly #events: PeerEvent[] = [];
  #bytes = 0;
  #resume: (() => void) | undefined;
  #wake: (() => void) | undefined;

  readonly put: Put = (event, resume) => {
    this.#events.push(event);
    this.#bytes += sizeOf(event);
    this.#wake?.();
    if (this.#events.length < FULL.frames && this.#bytes < FULL.bytes) return true;
    this.#resume = resume;
    return false;
  };

  /** The next event; undefined where none comes while one is patient. The end stays the last for good. */
  async next(signal: AbortSignal, patience: number | undefined): Promise<PeerEvent | undefined> {
    if (this.#events.length === 0) await this.#change(signal, patience);
    const [first] = this.#events;
    if (first === undefined || first.kind === "ended") return first;
    this.#events.shift();
    this.#bytes -= sizeOf(first);
    if (this.#events.length === 0) this.#letGoOn();
    return first;
  }

  #letGoOn(): void {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }

  async #change(signal: AbortSignal, patience: number | undefined): Promise<void> {
    if (signal.aborted) return;
    let timer: NodeJS.Timeout | undefined;
    let wake: () => void = () => undefined;
    await new Promise<void>((resolve) => {
      wake = () => resolve();
      this.#wake = wake;
      signal.addEventListener("abort", wake);
      if (patience !== undefined) timer = setTimeout(wake, patience);
    });
    this.#wake = undefined;
    clearTimeout(timer);
    signal.removeEventListener("abort", wake);
  }
}

function sizeOf(event: PeerEvent): number {
  return event.kind === "frame" ? event.size : 0;
}
