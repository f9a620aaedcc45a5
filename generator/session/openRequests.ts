import type { Direction, ReplyDescriptor } from "@wirepact/runtime";
import { agree, answers, has, type NamedFrame } from "@wirepact/runtime/laws";
import { BOUNDS } from "./bounded.ts";
import { outlineOf } from "./outline.ts";

/** A request that has no answer yet. */
export interface OpenRequest {
  readonly from: Direction;
  readonly pair: ReplyDescriptor;
  /** What the pair looks at of its frame. */
  readonly frame: unknown;
  readonly number: number;
  /** Whether its answer may still come but is not demanded any more. */
  isExcused: boolean;
  /** Whether what it names was spoken of since. */
  wasPassed: boolean;
}

/** What became of a message that may answer requests. */
export type Settlement =
  /** No pair lists it as an answer to the other side. */
  | { readonly kind: "none" }
  | { readonly kind: "answered"; readonly request: OpenRequest }
  /** A request that it could answer is open, but their fields disagree. */
  | { readonly kind: "disagrees"; readonly request: OpenRequest }
  | { readonly kind: "stray" };

/** The requests of both sides that wait for an answer, the oldest first. */
export class OpenRequests {
  readonly #open = new Set<OpenRequest>();
  readonly #pairs: readonly ReplyDescriptor[];
  readonly #senders: ReadonlyMap<string, readonly Direction[]>;

  constructor(pairs: readonly ReplyDescriptor[], senders: ReadonlyMap<string, readonly Direction[]>) {
    this.#pairs = pairs;
    this.#senders = senders;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Those that are still bound to be answered. */
  *demanded(): Generator<OpenRequest> {
    for (const request of this.#open) if (!request.isExcused) yield request;
  }

  /** Notes a message if it is a request. Returns the oldest where too many are open: it counts as unanswered. */
  open(from: Direction, { message, frame }: NamedFrame, number: number, isExcused: boolean): OpenRequest | undefined {
    const pair = this.#pairs.find(({ request }) => request === message);
    if (pair === undefined) return undefined;
    const pointers = pair.match.map(([asked]) => asked);
    this.#open.add({ from, pair, frame: outlineOf(frame, pointers), number, isExcused, wasPassed: false });
    return this.#open.size > BOUNDS.requests ? this.#forget() : undefined;
  }

  /** Gives a message to the request that it answers, which is open no longer. */
  settle(from: Direction, answer: NamedFrame): Settlement {
    if (!this.#mayAnswer(from, answer.message)) return { kind: "none" };
    const asked = [...this.#open].filter((request) => request.from !== from && lists(request.pair, answer.message));
    const fitting = asked.filter(({ pair, frame }) => answers(pair, frame, answer));
    const [first] = fitting;
    if (first === undefined) {
      const other = asked.find(({ isExcused }) => !isExcused) ?? asked[0];
      return other === undefined ? { kind: "stray" } : { kind: "disagrees", request: other };
    }
    // Of several the oldest is meant, unless the frames tell more.
    const request = fitting.reduce((best, one) => (distance(one, answer) < distance(best, answer) ? one : best), first);
    this.#open.delete(request);
    return { kind: "answered", request };
  }

  /** The answer to the request of a frame is not demanded any more. */
  excuse(number: number): void {
    for (const request of this.#open) if (request.number === number) request.isExcused = true;
  }

  /** What is next heard of the thing that a request names, and ends it, tells as much as an answer: it was cancelled. */
  hearAbout(from: Direction, { frame }: NamedFrame, isEnd: boolean): void {
    for (const request of this.#open) {
      if (request.from === from || !names(request, frame) || !agree(request.pair.match, request.frame, frame)) continue;
      if (isEnd && !request.wasPassed) request.isExcused = true;
      request.wasPassed = true;
    }
  }

  /** A general failure that answers nothing by name may be that of the oldest request whose pair does not list it. */
  excuseOldest(from: Direction): void {
    for (const request of this.demanded()) {
      if (request.from === from) continue;
      request.isExcused = true;
      return;
    }
  }

  #mayAnswer(from: Direction, message: string): boolean {
    return this.#pairs.some(
      (pair) => lists(pair, message) && (this.#senders.get(pair.request) ?? []).some((sender) => sender !== from),
    );
  }

  /** Forgets one that nobody demands, or else the oldest, which is returned. */
  #forget(): OpenRequest | undefined {
    const all = [...this.#open];
    const forgotten = all.find(({ isExcused }) => isExcused) ?? all[0];
    if (forgotten === undefined) return undefined;
    this.#open.delete(forgotten);
    return forgotten.isExcused ? undefined : forgotten;
  }
}

function lists({ replies, errors }: ReplyDescriptor, message: string): boolean {
  return replies.includes(message) || errors.includes(message);
}

/** Whether request and answer both have one of the fields that pair them. */
function names({ pair, frame }: OpenRequest, answer: unknown): boolean {
  return pair.match.some(([asked, answered]) => has(frame, asked) && has(answer, answered));
}

/** How far a request is from one that an answer names. A reply repeats what its request gives, so that one without names has none. */
function distance(request: OpenRequest, { message, frame }: NamedFrame): number {
  const excused = request.isExcused ? 1 : 0;
  if (names(request, frame)) return excused;
  const hasNames = request.pair.match.some(([asked]) => has(request.frame, asked));
  const leavesOut = hasNames && !request.pair.errors.includes(message) ? 1 : 0;
  return 2 + 2 * leavesOut + excused;
}
