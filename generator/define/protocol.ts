import type { TSchema } from "typebox";
import type { Encodings } from "./encodings.ts";
import type { Endpoint } from "./endpoint.ts";
import type { ErrorMessage } from "./errors.ts";
import type { Frames } from "./frames.ts";
import type { MessageDefinition } from "./message.ts";
import type { ReplyPair } from "./reply.ts";
import type { Scenario } from "./scenario.ts";
import type { Heartbeat, Machine, Resource, Topics } from "./session.ts";
import type { Stream } from "./stream.ts";

/** An HTTP call that belongs to the protocol. */
export interface HttpOperation {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly description: string;
  readonly source?: string;
  readonly status?: number;
  readonly response: TSchema;
}

/** A codec beside the socket's own encodings. */
export interface Codec {
  readonly description: string;
  readonly source?: string;
  /** The parts of its bytes in order; every text but the last ends with a NUL. */
  readonly layout: readonly { readonly name: string; readonly kind: "text" | "bytes" }[];
}

/** A decision taken where the document is silent or contradicts itself. */
export interface Note {
  readonly source?: string;
  readonly text: string;
}

/** What an author says about a protocol. */
export interface ProtocolOptions {
  readonly title: string;
  /** Semantic version of the contract. */
  readonly version: string;
  readonly description: string;
  /** Name of the generated package; `@wirepact/<protocol>` where absent. */
  readonly package?: string;
  readonly endpoint: Endpoint;
  /** JSON in text frames where absent. */
  readonly encodings?: Encodings;
  readonly client: Frames;
  readonly server: Frames;
  /** The server's first message on every connection. */
  readonly opening?: MessageDefinition;
  readonly replies?: readonly ReplyPair[];
  readonly streams?: readonly Stream[];
  readonly machines?: Readonly<Record<string, Machine>>;
  readonly topics?: Topics;
  readonly errors?: ErrorMessage;
  readonly heartbeat?: Heartbeat;
  readonly resource?: Resource;
  readonly http?: Readonly<Record<string, HttpOperation>>;
  readonly codecs?: Readonly<Record<string, Codec>>;
  readonly scenarios?: readonly Scenario[];
  readonly notes?: readonly Note[];
}

/** A whole protocol, as a module of `schemas/` exports it by default. */
export interface ProtocolDefinition extends ProtocolOptions {
  readonly kind: "protocol";
  readonly name: string;
}

/** Describes a protocol. The name is that of its folder and of its package. */
export function protocol(name: string, options: ProtocolOptions): ProtocolDefinition {
  return { kind: "protocol", name, ...options };
}

/** A decision, with the line of the document that made it necessary. */
export function note(source: string, text: string): Note {
  return { source, text };
}
