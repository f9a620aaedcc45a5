import type { Direction, StreamDescriptor } from "@wirepact/runtime";
import { preview } from "@wirepact/runtime";
import { endsStream, keyOf, RunningStreams, type StreamState } from "@wirepact/runtime/laws";
import { BOUNDS } from "../bounded.ts";
import type { Heard } from "../heard.ts";
import { otherSide } from "../heard.ts";
import { outlineOf } from "../outline.ts";
import { type Owed, OwedMessages } from "../owedMessages.ts";
import type { Rule, SessionState } from "../rule.ts";
import { placed } from "../sessionPlan.ts";
import type { Owing, Violation } from "../verdict.ts";

/** A stream of the session. */
interface Stream extends StreamState {
  readonly number: number;
  /** Whether a message of it came. */
  wasHeard: boolean;
  /** Whether its end is not demanded: its start broke its schema, or it may have failed. */
  isExcused: boolean;
}

/** What belongs to streams comes between their start and their end, and what follows the end comes once. */
export function streamsRule(state: SessionState): Rule {
  const { streams } = state.plan.contract.session;
  if (streams.length === 0) return { hear: () => [], retained: () => 0 };
  const session = new SessionStreams(state);
  return {
    hear: (heard) => session.hear(heard),
    end: () => session.end(),
    retained: () => session.retained,
  };
}

class SessionStreams {
  readonly #state: SessionState;
  readonly #running: RunningStreams<Stream>;
  readonly #owed = new OwedMessages();
  #hasForgotten = false;

  constructor(state: SessionState) {
    this.#state = state;
    const places = new Set(state.plan.contract.session.streams.flatMap(({ key }) => key ?? []));
    // A name that the client gave is no name of what the server just started.
    const isForeign = (key: unknown) => [...places].some((place) => state.named.knows(place, key));
    this.#running = new RunningStreams({ remembered: BOUNDS.names, isForeign });
  }

  get retained(): number {
    return this.#running.size + this.#running.remembered + this.#owed.size;
  }

  hear(heard: Heard): Violation[] {
    this.#answered(heard);
    return [...this.#follow(heard), ...this.#start(heard)];
  }

  /** An end is demanded where it is the only answer that the start gets; what follows an end always is. */
  end(): Owing[] {
    const endless = [...this.#running].flatMap((stream) => this.#endless(stream));
    return [...endless, ...this.#owed.all.flatMap((owed) => this.#missing(owed))];
  }

  /** The reply to a start names its stream, or says that there is none. */
  #answered({ settlement, message, frame }: Heard): void {
    if (settlement.kind !== "answered") return;
    const { request } = settlement;
    const stream = [...this.#running].find(({ number }) => number === request.number);
    if (stream === undefined) return;
    if (request.pair.errors.includes(message)) this.#running.remove(stream);
    else this.#running.learn(stream, frame);
  }

  #start({ message, frame, number, isWhole }: Heard): Violation[] {
    const { streams } = this.#state.plan.contract.session;
    return streams.flatMap((descriptor, index) => {
      if (descriptor.start !== message) return [];
      const others = [...this.#running].filter((stream) => stream.descriptor === descriptor).length;
      const start = outlineOf(
        frame,
        descriptor.match.map(([asked]) => asked),
      );
      const stream = { descriptor, frame: start, key: undefined, number, wasHeard: false, isExcused: !isWhole };
      this.#running.add(stream);
      // A name that is asked for anew is none that has ended.
      this.#running.learn(stream, {});
      const violations = this.#running.size > BOUNDS.streams ? this.#forgetOldest() : [];
      const { concurrent = Number.POSITIVE_INFINITY } = descriptor;
      if (others < concurrent) return violations;
      const text = `${message} must not start while ${concurrent} of its streams ${concurrent === 1 ? "runs" : "run"}`;
      return [this.#violation(index, text, number, "/concurrent"), ...violations];
    });
  }

  /** Gives a message to its stream, or to the end that it follows; tells one that has neither. */
  #follow(heard: Heard): Violation[] {
    const { plan, requests } = this.#state;
    const listing = this.#listing(heard);
    if (listing.length === 0) return [];
    const isEnd = listing.some((descriptor) => endsStream(descriptor, heard));
    requests.hearAbout(heard.from, heard, isEnd);
    const stream = this.#running.take(heard);
    if (stream !== undefined) return this.#taken(stream, heard);
    if (this.#owed.take(heard) || heard.settlement.kind === "answered") return [];
    if (heard.message !== plan.contract.session.errors?.message) return this.#stray(heard, listing);
    for (const oldest of this.#running) {
      oldest.isExcused = true;
      break;
    }
    return [];
  }

  #taken(stream: Stream, heard: Heard): Violation[] {
    if (!stream.wasHeard) this.#state.requests.excuse(stream.number);
    stream.wasHeard = true;
    if (!endsStream(stream.descriptor, heard)) return [];
    const violations = this.#finish(stream, heard);
    // Streams of one name, such as a job that is followed twice, end together.
    const twins = [...this.#running].filter((one) => stream.key !== undefined && one.key === stream.key);
    return [...violations, ...twins.flatMap((twin) => this.#finish(twin, heard))];
  }

  #finish(stream: Stream, { message, number }: Heard): Violation[] {
    this.#running.finish(stream);
    this.#state.requests.excuse(stream.number);
    const { descriptor, frame } = stream;
    const tooMany = this.#owed.add({ descriptor, start: frame, message, number, remaining: new Set(descriptor.after) });
    return tooMany === undefined ? [] : this.#missing(tooMany);
  }

  #stray({ message, frame, number }: Heard, listing: readonly StreamDescriptor[]): Violation[] {
    const index = this.#state.plan.contract.session.streams.findIndex((one) => listing.includes(one));
    const inside = listing.filter((descriptor) => isInside(descriptor, message));
    const starts = [...new Set(listing.map(({ start }) => start))].join(" or ");
    if (inside.length === 0) {
      return [this.#violation(index, `${message} must follow the end of a stream of ${starts}, once`, number, "/after")];
    }
    const keys = inside.flatMap((descriptor) => {
      const [place, key] = [descriptor.key, keyOf(descriptor, frame)];
      return place === undefined || key === undefined ? [] : [{ place, key }];
    });
    const isNameless = keys.length === 0 && inside.some(({ key }) => key !== undefined);
    if (isNameless || keys.some(({ place, key }) => this.#mayRun(place, key))) return [];
    const [first] = keys;
    if (first === undefined) {
      return [this.#violation(index, `${message} must belong to a stream of ${starts}, and none that it fits runs`, number)];
    }
    const state = this.#running.hasEnded(first.key) ? "has ended" : "was never started";
    const text = `${message} must belong to a stream that runs, got ${preview(first.key)} at ${first.place}, which ${state}`;
    return [this.#violation(index, text, number, "/key")];
  }

  /** Whether a name may be that of something which was started before the session, or which was forgotten. */
  #mayRun(place: string, key: unknown): boolean {
    if (this.#running.hasEnded(key)) return false;
    return this.#hasForgotten || this.#state.named.has(place, key);
  }

  /** Streams of the other side's starts that list a message. */
  #listing({ from, message }: Heard): StreamDescriptor[] {
    const { contract, senders } = this.#state.plan;
    const isStartedBy = (start: string, side: Direction) => senders.get(start)?.includes(side) === true;
    return contract.session.streams.filter(
      (stream) => isStartedBy(stream.start, otherSide(from)) && (isInside(stream, message) || stream.after.includes(message)),
    );
  }

  #forgetOldest(): Violation[] {
    this.#hasForgotten = true;
    for (const oldest of this.#running) {
      this.#running.remove(oldest);
      return this.#endless(oldest);
    }
    return [];
  }

  #endless({ descriptor, number, isExcused }: Stream): Owing[] {
    const { plan } = this.#state;
    if (isExcused || plan.pairs.some(({ request }) => request === descriptor.start)) return [];
    const ends = [...new Set(descriptor.ends.map(({ message }) => message))].join(" or ");
    const index = plan.contract.session.streams.indexOf(descriptor);
    const text = `${descriptor.start} must be answered by a stream that ends with ${ends}, and never was`;
    return [{ ...this.#violation(index, text, number, "/ends"), rule: "unanswered", message: descriptor.start }];
  }

  #missing({ descriptor, message, number, remaining }: Owed): Owing[] {
    const index = this.#state.plan.contract.session.streams.indexOf(descriptor);
    return [...remaining].map((name) => ({
      ...this.#violation(index, `${name} must follow ${message}, and never came`, number, "/after"),
      message,
    }));
  }

  #violation(index: number, text: string, number: number, inner = ""): Violation {
    const { plan } = this.#state;
    const start = plan.contract.session.streams[index]?.start ?? "";
    const at = placed(`/x-wirepact/streams/${index}${inner}`, plan.messages.get(start)?.source);
    return { rule: "stream", at, text, number };
  }
}

function isInside({ items, ends }: StreamDescriptor, message: string): boolean {
  return items.includes(message) || ends.some((end) => end.message === message);
}
