import type { EnvelopePart } from "../compose.ts";
import type { FieldPair, ReplyDescriptor } from "../conversation.ts";
import { answers } from "../correlation.ts";
import { readPointer } from "../pointer.ts";
import type { PreparedFrame } from "./prepare.ts";

/** A request of the peer that is not answered yet. */
export interface OpenRequest {
  readonly pair: ReplyDescriptor;
  readonly frame: unknown;
}

/**
 * Holds answers until they can be told apart. A client takes an answer for that of the oldest request which it fits; so one that
 * would fit an older request, still open, waits until that one is answered. What answers no request, such as an error about a
 * message that has no reply, waits until no open request could take it for its own.
 */
export class Answers {
  readonly #open = new Map<OpenRequest, Ready | undefined>();
  #strays: Ready[] = [];
  readonly #send: (frame: PreparedFrame) => void;

  constructor(send: (frame: PreparedFrame) => void) {
    this.#send = send;
  }

  get size(): number {
    return this.#open.size + this.#strays.length;
  }

  /** Notes a request, in the order of arrival. */
  open(pair: ReplyDescriptor, frame: unknown): OpenRequest {
    const request = { pair, frame };
    this.#open.set(request, undefined);
    return request;
  }

  isOpen(request: OpenRequest): boolean {
    return this.#open.has(request) && this.#open.get(request) === undefined;
  }

  /** Answers a request, now or when its turn comes; `sent` is called then. A second answer is dropped. */
  answer(request: OpenRequest, frame: PreparedFrame | undefined, sent: () => void = () => undefined): void {
    if (!this.isOpen(request)) return;
    const ready = { frame, sent };
    if (frame === undefined || fits(request, ready)) this.#open.set(request, ready);
    else this.#stray(request, ready);
    this.#flush();
  }

  /** Says something that answers no request. */
  say(frame: PreparedFrame): void {
    this.#strays.push({ frame, sent: () => undefined });
    this.#flush();
  }

  /** Forgets everything: the peer is gone. */
  clear(): void {
    this.#open.clear();
    this.#strays = [];
  }

  /** A frame that the request's own pair does not know is none that its client takes for the answer. */
  #stray(request: OpenRequest, ready: Ready): void {
    this.#open.delete(request);
    this.#strays.push(ready);
  }

  #flush(): void {
    const older: OpenRequest[] = [];
    for (const [request, ready] of this.#open) {
      if (ready === undefined || older.some((one) => fits(one, ready))) older.push(request);
      else this.#release(request, ready);
    }
    if (this.#strays.length > 0) this.#flushStrays();
  }

  #flushStrays(): void {
    const open = [...this.#open.keys()];
    const isHeld = (stray: Ready) => open.some((request) => fits(request, stray));
    const free = this.#strays.filter((stray) => !isHeld(stray));
    this.#strays = this.#strays.filter(isHeld);
    for (const stray of free) this.#leave(stray);
  }

  #release(request: OpenRequest, ready: Ready): void {
    this.#open.delete(request);
    this.#leave(ready);
  }

  #leave({ frame, sent }: Ready): void {
    if (frame !== undefined) this.#send(frame);
    sent();
  }
}

/** What will answer a request; no frame where the contract has none for it. */
interface Ready {
  readonly frame: PreparedFrame | undefined;
  readonly sent: () => void;
}

function fits({ pair, frame }: OpenRequest, ready: Ready): boolean {
  return ready.frame !== undefined && answers(pair, frame, ready.frame);
}

/** What one frame repeats of another: the fields by which they are paired. */
export function repeatedOf(match: readonly FieldPair[], frame: unknown): EnvelopePart[] {
  return match.flatMap(([asked, answered]) => {
    const reading = readPointer(frame, asked);
    return reading.found && reading.value !== null ? [{ pointer: answered, value: reading.value }] : [];
  });
}
