import type { ContractDescriptor, Direction, Match, MessageDescriptor } from "./contract.ts";
import { cut, FrameError, type FrameErrorCode, type Issue, preview } from "./error.ts";
import { isPlainObject } from "./plainObject.ts";
import { type Pointer, type Reading, readPointer } from "./pointer.ts";

/** Finds the message that a frame claims to be, or says why it is none. */
export type Dispatch = (frame: unknown) => MessageDescriptor | FrameError;

/** Compiles the matchers of one direction. Tables are Maps: the names looked up come from a peer. */
export function createDispatch(contract: ContractDescriptor, direction: Direction): Dispatch {
  const own = createTable(contract, direction);
  const other = createTable(contract, direction === "client" ? "server" : "client");
  return (frame) => {
    const found = lookUp(own, frame);
    if (found.kind === "message") return closedVariant(found.message, frame);
    const foreign = lookUp(other, frame);
    const isForeign =
      foreign.kind === "message" && speaksTo(found.error, foreign.message) && !foreign.message.from.includes(direction);
    return isForeign ? wrongDirection(foreign.message, frame, direction) : found.error;
  };
}

/** A frame that names a message of its own side, and none that exists, is unknown, whatever it says elsewhere. */
function speaksTo(error: FrameError, { match }: MessageDescriptor): boolean {
  const place = match.kind === "shape" ? undefined : match.pointer;
  return error.code === "missing-discriminator" || error.issues[0]?.path === place;
}

interface Table {
  readonly constants: ReadonlyMap<Pointer, ReadonlyMap<unknown, MessageDescriptor>>;
  readonly shapes: readonly MessageDescriptor[];
}

type Found =
  | { readonly kind: "message"; readonly message: MessageDescriptor }
  | { readonly kind: "none"; readonly error: FrameError };

function createTable(contract: ContractDescriptor, direction: Direction): Table {
  const constants = new Map<Pointer, Map<unknown, MessageDescriptor>>();
  for (const pointer of contract.discriminators[direction]) constants.set(pointer, new Map());
  const shapes: MessageDescriptor[] = [];
  for (const message of contract.messages) {
    if (!message.from.includes(direction)) continue;
    if (message.match.kind === "shape") shapes.push(message);
    else addConstant(constants, message, message.match, `contract ${contract.protocol}:`, direction);
  }
  return { constants, shapes };
}

/** A contract that says less than it seems to is a mistake of its author, told before the first frame. */
function addConstant(
  constants: ReadonlyMap<Pointer, Map<unknown, MessageDescriptor>>,
  message: MessageDescriptor,
  { pointer, value, others = [] }: Exclude<Match, { kind: "shape" }>,
  subject: string,
  direction: Direction,
): void {
  const names = constants.get(pointer);
  const name = preview(message.name);
  if (names === undefined) {
    throw new TypeError(`${subject} ${name} is told by ${pointer}, which is no discriminator of the ${direction}`);
  }
  for (const constant of [value, ...others]) {
    const twin = names.get(constant);
    if (twin !== undefined) {
      const told = `both told by ${preview(constant)} at ${pointer}`;
      throw new TypeError(`${subject} ${preview(twin.name)} and ${name} of the ${direction} are ${told}`);
    }
    names.set(constant, message);
  }
}

/** The first discriminator that is present decides; a shape is tried only where none is. */
function lookUp(table: Table, frame: unknown): Found {
  let missing: Missing | undefined;
  for (const [pointer, names] of table.constants) {
    const reading = readPointer(frame, pointer);
    if (reading.found) return byName(names, pointer, reading.value);
    missing ??= reading;
  }
  const message = table.shapes.find((shape) => hasShape(shape, frame));
  if (message !== undefined) return { kind: "message", message };
  return none("missing-discriminator", missingIssue(table, frame, missing));
}

type Missing = Extract<Reading, { found: false }>;

function byName(names: ReadonlyMap<unknown, MessageDescriptor>, pointer: Pointer, value: unknown): Found {
  const message = names.get(value);
  if (message !== undefined) return { kind: "message", message };
  return none("unknown-message", unknownIssue(pointer, value, names.keys()));
}

function hasShape(message: MessageDescriptor, frame: unknown): boolean {
  if (message.match.kind !== "shape" || !isPlainObject(frame)) return false;
  return message.match.required.every((key) => Object.hasOwn(frame, key));
}

function closedVariant(message: MessageDescriptor, frame: unknown): MessageDescriptor | FrameError {
  if (message.variants === undefined) return message;
  const reading = readPointer(frame, message.variants.pointer);
  if (!reading.found || typeof reading.value !== "string") return message;
  if (message.variants.values.includes(reading.value)) return message;
  const issue = unknownIssue(message.variants.pointer, reading.value, message.variants.values);
  return new FrameError("unknown-message", null, [issue]);
}

function wrongDirection(message: MessageDescriptor, frame: unknown, direction: Direction): FrameError {
  const path = message.match.kind === "shape" ? "" : message.match.pointer;
  const reading = readPointer(frame, path);
  const other = direction === "client" ? "server" : "client";
  const text = `must not be sent by the ${direction}: only the ${other} sends this message`;
  return new FrameError("wrong-direction", message.name, [
    { path, code: "wrong-direction", text, value: preview(reading.found ? reading.value : frame) },
  ]);
}

function none(code: FrameErrorCode, issue: Issue): Found {
  return { kind: "none", error: new FrameError(code, null, [issue]) };
}

function unknownIssue(path: Pointer, value: unknown, known: Iterable<unknown>): Issue {
  return { path, code: "unknown-message", text: cut(`must be one of ${listed(known)}`), value: preview(value) };
}

/** No longer than what is cut off anyway: a peer may name what is unknown as often as it likes, in a protocol of any size. */
function listed(known: Iterable<unknown>): string {
  let text = "";
  for (const name of known) {
    text += `${text === "" ? "" : ", "}${JSON.stringify(name)}`;
    if (text.length > 200) break;
  }
  return text;
}

function missingIssue(table: Table, frame: unknown, missing: Missing | undefined): Issue {
  const { path, value, isObject } = missing?.holder ?? { path: "", value: frame, isObject: isPlainObject(frame) };
  const isItem = missing !== undefined && /\/\d+$/.test(missing.missing);
  if (!isObject || (Array.isArray(value) && !isItem)) {
    return { path, code: "type", text: isItem ? "must be array" : "must be object", value: preview(value) };
  }
  if (missing === undefined) return unknownIssue("", frame, shapesOf(table));
  return { path: missing.missing, code: "required", text: cut(`must be present: ${wanted(table)} tells which message this is`) };
}

function wanted(table: Table): string {
  return [...table.constants.keys()].join(" or ");
}

function shapesOf(table: Table): string[] {
  return table.shapes.map((shape) => shape.name);
}
