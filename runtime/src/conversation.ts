import type { Direction } from "./contract.ts";
import type { Pointer } from "./pointer.ts";

/** Two pointers whose values agree: the first into the message that asks, the second into the one that answers. */
export type FieldPair = readonly [asked: Pointer, answered: Pointer];

/** A request and what answers it, by message names. Without fields that agree, answers come first in, first out. */
export interface ReplyDescriptor {
  readonly request: string;
  readonly replies: readonly string[];
  /** Answers that say the request failed. */
  readonly errors: readonly string[];
  readonly match: readonly FieldPair[];
  /** Where a text stands that does nothing but tell requests apart: a client makes one where it is given none. */
  readonly id?: Pointer;
}

/** A message that ends a stream, always or only with one of some values in one place. */
export interface StreamEnd {
  readonly message: string;
  readonly where?: { readonly pointer: Pointer; readonly values: readonly string[] };
}

/** Many messages that one message starts, and what ends them. */
export interface StreamDescriptor {
  readonly start: string;
  readonly items: readonly string[];
  readonly ends: readonly StreamEnd[];
  /** Messages that follow once after the end. */
  readonly after: readonly string[];
  readonly match: readonly FieldPair[];
  /** Where the stream's messages carry the name that the other side gave it, such as `/job_id`. */
  readonly key?: Pointer;
  /** How many may run at a time on one connection. */
  readonly concurrent?: number;
}

/** What a client hears only while subscribed. */
export interface TopicsDescriptor {
  readonly subscribe: string;
  readonly unsubscribe: string;
  /** Where both messages list their topics. */
  readonly pointer: Pointer;
  readonly topics: readonly { readonly name: string; readonly messages: readonly string[]; readonly initial: boolean }[];
}

/** The message by which a server says that something failed, and how it is filled. */
export interface ErrorsDescriptor {
  readonly message: string;
  /** Where the text for people stands. */
  readonly text: Pointer;
  /** Where the code stands, and the codes of the failures that the stub itself finds. */
  readonly code?: {
    readonly pointer: Pointer;
    readonly unknown: string;
    readonly invalid: string;
    readonly failed: string;
  };
}

/** A message that asks whether the other side is alive, and the one that says so. */
export interface HeartbeatDescriptor {
  readonly ping: string;
  readonly pong: string;
  /** Who may ask. */
  readonly from: readonly Direction[];
  /** Where the answer carries the time, in seconds since 1970. */
  readonly time?: Pointer;
}

/** Something outside of the server that messages of clients name and use, such as a container; it is used by its owner alone. */
export interface ResourceDescriptor {
  /** Where messages name it. */
  readonly key: Pointer;
  /** The parameter of the query that says whose connection it is, where nothing better is known. */
  readonly owner?: string;
}

/** An HTTP call that belongs to the protocol. */
export interface HttpDescriptor {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}
