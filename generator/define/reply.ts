import type { MessageDefinition } from "./message.ts";

/** A request and what answers it. */
export interface ReplyPair {
  readonly request: MessageDefinition;
  readonly replies: readonly MessageDefinition[];
  readonly errors: readonly MessageDefinition[];
  /** Pairs of JSON Pointers (request, reply) whose values agree; what the reply leaves out agrees with anything. Oldest request first. */
  readonly match: readonly (readonly [string, string])[];
  /** JSON Pointer into the request: a text that does nothing but tell requests apart, which clients make where they are given none. */
  readonly id?: string | undefined;
}

/** A reply pair being written: `reply(TRIGGER).with(RESULT).orError(ERROR).identifiedBy("requestId")`. */
export class ReplyBuilder implements ReplyPair {
  readonly request: MessageDefinition;
  readonly replies: readonly MessageDefinition[];
  readonly errors: readonly MessageDefinition[];
  readonly match: readonly (readonly [string, string])[];
  readonly id: string | undefined;

  constructor(pair: ReplyPair) {
    this.request = pair.request;
    this.replies = pair.replies;
    this.errors = pair.errors;
    this.match = pair.match;
    this.id = pair.id;
  }

  /** Any one of these messages is the answer. */
  with(...replies: readonly MessageDefinition[]): ReplyBuilder {
    return new ReplyBuilder({ ...this, replies: [...this.replies, ...replies] });
  }

  /** Any one of these messages is the answer when the request failed. */
  orError(...errors: readonly MessageDefinition[]): ReplyBuilder {
    return new ReplyBuilder({ ...this, errors: [...this.errors, ...errors] });
  }

  /** The reply repeats this field of the request: a name, or two JSON Pointers where they differ. Without any: first in, first out. */
  matching(request: string, reply: string = request): ReplyBuilder {
    return new ReplyBuilder({ ...this, match: [...this.match, [pointer(request), pointer(reply)]] });
  }

  /**
   * As `matching`, by a text that does nothing but tell requests apart: clients make one, written as UUIDs are, where they are given
   * none. Not for what has a meaning of its own, such as the id of a job.
   */
  identifiedBy(request: string, reply: string = request): ReplyBuilder {
    return new ReplyBuilder({ ...this.matching(request, reply), id: pointer(request) });
  }
}

/** Starts a reply pair with its request. */
export function reply(request: MessageDefinition): ReplyBuilder {
  return new ReplyBuilder({ request, replies: [], errors: [], match: [] });
}

/** A plain name is a property of the frame. */
export function pointer(nameOrPointer: string): string {
  return nameOrPointer.startsWith("/") ? nameOrPointer : `/${nameOrPointer}`;
}
