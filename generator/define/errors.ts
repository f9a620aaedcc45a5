import type { MessageDefinition } from "./message.ts";
import { pointer } from "./reply.ts";

/** The codes of an error message, and those of the failures that a stub finds by itself. */
export interface ErrorCodes {
  /** Where the code stands: a field, or a JSON Pointer into the frame. */
  readonly field: string;
  /** The frame is no message that may be sent. */
  readonly unknown: string;
  /** The frame cannot be decoded, or breaks the schema of its message. */
  readonly invalid: string;
  /** The request was understood, and carrying it out failed. */
  readonly failed: string;
  /** What each code means. */
  readonly codes: Readonly<Record<string, string>>;
}

/** The message by which a server says that something failed. */
export interface ErrorMessage {
  readonly message: MessageDefinition;
  /** JSON Pointer to the text for people. */
  readonly text: string;
  readonly code?: ErrorCodes;
}

/** Describes the message by which a server says that something failed: where its text stands and, where it has one, its code. */
export function errorMessage(message: MessageDefinition, text: string, code?: ErrorCodes): ErrorMessage {
  const described = code && { ...code, field: pointer(code.field) };
  return { message, text: pointer(text), ...(described && { code: described }) };
}
