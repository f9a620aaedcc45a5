import type { ContractDescriptor, Direction, MessageDescriptor } from "./contract.ts";
import { type Pointer, pointerSteps, readPointer } from "./pointer.ts";

/** Makes a whole frame of what a user gives: the message's fields at its body's place, its constants, and what every frame carries. */
export function composeFrame(message: MessageDescriptor, fields: unknown, envelope: readonly EnvelopePart[] = []): unknown {
  const body = message.body ?? "";
  const bare = fields === undefined ? withoutFields(message, body) : put({}, body, fields);
  const named = message.match.kind === "shape" ? bare : put(bare, message.match.pointer, message.match.value);
  return envelope.reduce((frame, { pointer, value }) => put(frame, pointer, value), named);
}

/** Something that every frame of a side carries beside its body, such as a signature. */
export interface EnvelopePart {
  readonly pointer: Pointer;
  readonly value: unknown;
}

/** What a user of a message handles: the frame's body, or undefined where an event travelled without data. */
export function bodyOf(message: MessageDescriptor, frame: unknown): unknown {
  const reading = readPointer(frame, message.body ?? "");
  return reading.found ? reading.value : undefined;
}

/** A frame with a value at a place where it has none. */
export function filledFrame(frame: unknown, { pointer, value }: EnvelopePart): unknown {
  const reading = readPointer(frame, pointer);
  return reading.found && reading.value !== undefined ? frame : put(frame, pointer, value);
}

/** The messages that one side sends, by name. A Map: names may come from a peer. */
export function messagesFrom(contract: ContractDescriptor, direction: Direction): ReadonlyMap<string, MessageDescriptor> {
  return new Map(contract.messages.filter(({ from }) => from.includes(direction)).map((message) => [message.name, message]));
}

/** An event may travel without data; every other message has at least an empty body. */
function withoutFields(message: MessageDescriptor, body: Pointer): unknown {
  return message.dataOptional === true ? {} : put({}, body, {});
}

/** Puts a value at a place of nested objects, first in its object, as documents write constants; nothing given is changed. */
function put(frame: unknown, pointer: Pointer, value: unknown): unknown {
  return putAt(frame, pointerSteps(pointer), value);
}

function putAt(held: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(held)) return held.map((item: unknown, index) => (String(index) === step ? putAt(item, rest, value) : item));
  const record = isRecord(held) ? held : {};
  const { [step]: inner, ...others } = record;
  return { [step]: putAt(Object.hasOwn(record, step) ? inner : {}, rest, value), ...others };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
