import type { Direction, EncodingsDescriptor, Match, ReplyDescriptor, Variants } from "@wirepact/runtime";
import type { Json, JsonObject } from "../json.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Fields } from "./fields.ts";
import type { Session } from "./session.ts";
import type { StubNames } from "./stubNames.ts";
import type { Type } from "./type.ts";

/** A protocol as every later stage reads it: plain frozen data, references resolved by name, every name decided. */
export interface Contract {
  /** Name of the protocol's folder and, unless the author chose one, of its package. */
  readonly protocol: string;
  readonly packageName: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly transport: "websocket" | "socketio";
  readonly endpoint: Endpoint;
  readonly encodings: EncodingsDescriptor;
  readonly discriminators: Readonly<Record<Direction, readonly string[]>>;
  readonly messages: readonly Message[];
  /** Names of the messages without a discriminator, in the order in which readers try them. */
  readonly shapes: readonly string[];
  readonly definitions: readonly Definition[];
  /** What the package calls its stubs. */
  readonly stubs: StubNames;
  readonly replies: readonly ReplyDescriptor[];
  /** What holds for a connection as a whole. */
  readonly session: Session;
  /** A program that shows the package at work, for its README. */
  readonly example: string | undefined;
  readonly notes: readonly Note[];
  /** The document that all of this was read from. */
  readonly document: JsonObject;
}

/** One message. */
export interface Message {
  readonly name: string;
  /** The name in generated code, such as `JobUpdate`. */
  readonly identifier: string;
  readonly from: readonly Direction[];
  readonly match: Match;
  readonly variants: Variants | null;
  /** What the message means, in a line or so; empty where nothing says it. */
  readonly description: string;
  /** What its author says beside that; mostly empty. */
  readonly details: string;
  readonly deprecated: boolean | string;
  /** The day from which on nobody may count on it, as `2027-01-31`. */
  readonly sunset: string | null;
  readonly source: string | undefined;
  readonly notes: readonly string[];
  /** JSON Schema of the whole frame, references as `#/components/schemas/NAME`. */
  readonly frame: Json;
  /** JSON Pointer from the frame to the body that a user of the message handles. */
  readonly body: string;
  /** Whether the message may travel without its body. */
  readonly dataOptional: boolean;
  readonly type: Type;
  /** Type of the body where it is not the frame itself, and its name; null too where there is no body. */
  readonly bodyType: { readonly identifier: string; readonly type: Type } | null;
  /** Name of the type of what a user of the message handles; null where there is nothing. */
  readonly value: string | null;
  /** What is given to send it. */
  readonly fields: Fields;
  /** What stubs call it, such as `jobUpdate`. */
  readonly method: string;
  /** Whole frames, as they travel. */
  readonly examples: readonly Json[];
  /** JSON Pointer to the message in the document. */
  readonly pointer: string;
}

/** A named schema that messages share. */
export interface Definition {
  readonly name: string;
  readonly identifier: string;
  readonly schema: Json;
  readonly description: string;
  readonly deprecated: boolean;
  readonly type: Type;
  /** What the schema demands beyond its type, as phrases for people. */
  readonly constraints: readonly string[];
  readonly pointer: string;
}

/** A decision taken where the protocol's document is silent. */
export interface Note {
  readonly source: string | undefined;
  readonly text: string;
}
