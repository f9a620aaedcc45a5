import type { MessageDefinition } from "./message.ts";
import { pointer } from "./reply.ts";

/** What ends a stream: a message, perhaps only with certain values at a place. */
export interface StreamEnd {
  readonly message: MessageDefinition;
  readonly where?: { readonly pointer: string; readonly values: readonly string[] };
}

/** Many messages that one message starts. */
export interface Stream {
  readonly start: MessageDefinition;
  readonly items: readonly MessageDefinition[];
  readonly ends: readonly StreamEnd[];
  /** Sent once after the end, in this order. */
  readonly after: readonly MessageDefinition[];
  readonly match: readonly (readonly [string, string])[];
  /** JSON Pointer to the name that the other side gives the stream, in its reply and its items. */
  readonly key?: string;
  /** How many may run on one connection at a time; no limit where absent. */
  readonly concurrent?: number;
}

/** A stream being written: `stream(run_job).of(node_update).until(job_update, "status", [...]).matching("job_id")`. */
export class StreamBuilder implements Stream {
  readonly start: MessageDefinition;
  readonly items: readonly MessageDefinition[];
  readonly ends: readonly StreamEnd[];
  readonly after: readonly MessageDefinition[];
  readonly match: readonly (readonly [string, string])[];
  readonly key?: string;
  readonly concurrent?: number;

  constructor(stream: Stream) {
    this.start = stream.start;
    this.items = stream.items;
    this.ends = stream.ends;
    this.after = stream.after;
    this.match = stream.match;
    if (stream.key !== undefined) this.key = stream.key;
    if (stream.concurrent !== undefined) this.concurrent = stream.concurrent;
  }

  /** Messages that belong to the stream. */
  of(...items: readonly MessageDefinition[]): StreamBuilder {
    return new StreamBuilder({ ...this, items: [...this.items, ...items] });
  }

  /** The message that ends the stream; with a field and values, only when the field has one of them. */
  until(message: MessageDefinition, field?: string, values: readonly string[] = []): StreamBuilder {
    const end = field === undefined ? { message } : { message, where: { pointer: pointer(field), values } };
    return new StreamBuilder({ ...this, ends: [...this.ends, end] });
  }

  /** Messages that follow once after the end. */
  followedBy(...after: readonly MessageDefinition[]): StreamBuilder {
    return new StreamBuilder({ ...this, after: [...this.after, ...after] });
  }

  /** Messages of the stream repeat this field of the start; what a message leaves out agrees with anything. */
  matching(start: string, item: string = start): StreamBuilder {
    return new StreamBuilder({ ...this, match: [...this.match, [pointer(start), pointer(item)]] });
  }

  /** The stream's messages carry, in this field, the name that the other side gave it; so several of one kind are told apart. */
  named(field: string): StreamBuilder {
    return new StreamBuilder({ ...this, key: pointer(field) });
  }

  /** No more than this many at a time on one connection. */
  atMost(concurrent: number): StreamBuilder {
    return new StreamBuilder({ ...this, concurrent });
  }
}

/** Starts a stream with the message that opens it. */
export function stream(start: MessageDefinition): StreamBuilder {
  return new StreamBuilder({ start, items: [], ends: [], after: [], match: [] });
}
