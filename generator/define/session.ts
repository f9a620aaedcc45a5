import type { MessageDefinition } from "./message.ts";
import { pointer } from "./reply.ts";

/** A state machine whose state a message reports. */
export interface Machine {
  readonly description: string;
  readonly source?: string;
  readonly message: MessageDefinition;
  /** JSON Pointer to what tells instances apart, such as `/job_id`. */
  readonly key: string;
  /** JSON Pointer to the state, such as `/status`. */
  readonly state: string;
  readonly initial: readonly string[];
  /** From each state, where it may go; a state that goes nowhere is terminal. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

/** Describes a state machine. */
export function machine(options: Machine): Machine {
  return { ...options, key: pointer(options.key), state: pointer(options.state) };
}

/** What a client hears only while it is subscribed. */
export interface Topics {
  /** The message that subscribes, and the one that unsubscribes. */
  readonly subscribe: MessageDefinition;
  readonly unsubscribe: MessageDefinition;
  /** JSON Pointer to the list of topics in both. */
  readonly field: string;
  readonly topics: Readonly<Record<string, { readonly messages: readonly MessageDefinition[]; readonly initial?: boolean }>>;
}

/** Describes topics; `initial` ones are subscribed to without asking. */
export function topics(options: Topics): Topics {
  return { ...options, field: pointer(options.field) };
}

/** Something outside of the server that messages of clients name and use, such as a container. */
export interface Resource {
  /** JSON Pointer to its name in messages of clients. */
  readonly key: string;
  /** The parameter of the query that says whose connection it is. */
  readonly owner?: string;
}

/** Describes what clients name and use, and the parameter of the query that says whose it is; nobody else's frame for it is taken. */
export function resource(field: string, owner?: string): Resource {
  return { key: pointer(field), ...(owner === undefined ? {} : { owner }) };
}

/** A ping that the other side answers. */
export interface Heartbeat {
  readonly ping: MessageDefinition;
  readonly pong: MessageDefinition;
  readonly from: readonly ("client" | "server")[];
  /** JSON Pointer to the time in the answer, in seconds since 1970. */
  readonly time?: string;
}

/** Describes a heartbeat and who may start it. */
export function heartbeat(
  ping: MessageDefinition,
  pong: MessageDefinition,
  ...from: readonly ("client" | "server")[]
): Heartbeat {
  return { ping, pong, from };
}

/** Says where the answer of a heartbeat carries the time, in seconds since 1970. */
export function timed(beat: Heartbeat, field: string): Heartbeat {
  return { ...beat, time: pointer(field) };
}
