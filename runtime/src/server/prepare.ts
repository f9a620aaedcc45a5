import { encodeBytes } from "../bytes.ts";
import { composeFrame, type EnvelopePart } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import { preview } from "../error.ts";
import type { Encoding } from "../parser.ts";
import { type Pointer, pointerSteps, readPointer } from "../pointer.ts";
import type { OutgoingFrame } from "../wire.ts";
import { WirepactError } from "../wirepactError.ts";
import type { Plan } from "./plan.ts";

/** A frame that was checked and may be sent, to one peer or to many: each encoding is made once. */
export interface PreparedFrame {
  readonly message: string;
  readonly frame: unknown;
  readonly encode: (encoding: Encoding) => OutgoingFrame;
}

/**
 * Makes a frame of a message's fields, and checks it strictly: what does not match the contract is thrown as a WirepactError
 * `invalid-message`. What an answer repeats of its request is filled in where the fields leave it out, and the contract allows it.
 */
export function prepare(plan: Plan, name: string, fields: unknown, repeated: readonly EnvelopePart[] = []): PreparedFrame {
  const message = plan.server.get(name);
  if (message === undefined) throw new WirepactError("invalid-message", `${preview(name)} is no message of the server`);
  const filled = repeated.length === 0 ? fields : fillFields(message, fields, repeated);
  const first = check(plan, message, filled);
  const frame = first instanceof WirepactError && filled !== fields ? check(plan, message, fields) : first;
  // What the stub fills in is not what is wrong with what was given.
  if (frame instanceof WirepactError) throw first;
  return prepared(plan, message, frame.frame);
}

/** Puts values at places of a frame into the fields that give it, where nothing stands there yet; nothing given is changed. */
export function fillFields(message: MessageDescriptor, fields: unknown, parts: readonly EnvelopePart[]): unknown {
  const body = message.body ?? "";
  const inside = parts.filter(({ pointer }) => pointer.startsWith(`${body}/`));
  return inside.reduce((held: unknown, { pointer, value }) => fill(held, pointer.slice(body.length), value), fields ?? {});
}

function fill(fields: unknown, pointer: Pointer, value: unknown): unknown {
  if (readPointer(fields, pointer).found) return fields;
  return fillAt(fields, pointerSteps(pointer), value);
}

function fillAt(held: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof held !== "object" || held === null || Array.isArray(held)) return held;
  const inner: unknown = Object.getOwnPropertyDescriptor(held, step)?.value ?? {};
  return { ...held, [step]: fillAt(inner, rest, value) };
}

function check(plan: Plan, message: MessageDescriptor, fields: unknown): { readonly frame: unknown } | WirepactError {
  const frame = composeFrame(message, fields);
  const result = plan.definition.check(frame, "msgpack");
  if (!result.ok) return new WirepactError("invalid-message", result.error.summary, { issues: result.error.issues });
  if (result.message === message.name) return { frame };
  const text = `${message.name} with these fields is read as ${result.message}`;
  return new WirepactError("invalid-message", text, { messageName: message.name });
}

function prepared({ definition }: Plan, message: MessageDescriptor, frame: unknown): PreparedFrame {
  const made = new Map<Encoding, OutgoingFrame>();
  const make = (encoding: Encoding): OutgoingFrame => {
    if (definition.contract.transport === "socketio") return { frame };
    if (encoding === "json") return JSON.stringify(definition.contract.encodings.binary === null ? frame : encodeBytes(frame));
    if (definition.codec === undefined) throw new TypeError(`${definition.contract.protocol} has no codec of binary frames`);
    return definition.codec.encode(frame);
  };
  const encode = (encoding: Encoding) => {
    const known = made.get(encoding) ?? encoded(() => make(encoding), message.name);
    made.set(encoding, known);
    return known;
  };
  return { message: message.name, frame, encode };
}

/** Open objects may hold what no encoding can carry, such as a bigint. */
function encoded(make: () => OutgoingFrame, name: string): OutgoingFrame {
  try {
    return make();
  } catch (cause) {
    throw new WirepactError("invalid-message", `${name} cannot be encoded`, { messageName: name, cause });
  }
}
