import type { ContractDescriptor, Direction } from "./contract.ts";
import { createDispatch } from "./dispatch.ts";
import { FrameError, type Issue } from "./error.ts";
import { type CompiledValidator, checkValue, invalidMessage, readValue } from "./validation.ts";

/** How a frame travelled. Bytes are base64 strings in JSON, and bytes in MessagePack. */
export type Encoding = "json" | "msgpack";

/** What became of a frame: the message it is, or the error that says why it is none. */
export type ParseResult<Message> =
  | { readonly ok: true; readonly message: string; readonly value: Message }
  | { readonly ok: false; readonly error: FrameError };

/** Reads a decoded frame; never throws. Unknown properties are accepted and kept. */
export type Parser<Message> = (frame: unknown, encoding?: Encoding) => ParseResult<Message>;

/** Makes the parser of one direction: dispatch by the declared matchers, then that one message's validator. */
export function createParser<Message>(
  contract: ContractDescriptor,
  direction: Direction,
  validators: Validators,
): Parser<Message> {
  return createReader(contract, direction, validators, (validate, frame, encoding) =>
    readValue(validate, frame, encoding === "json"),
  );
}

/**
 * Makes the check of what one side is about to send: as its parser, but strict. A property that the contract does not know is
 * an issue unless the type is open, and bytes are bytes, whatever the frame will travel as.
 */
export function createChecker<Message>(
  contract: ContractDescriptor,
  direction: Direction,
  validators: Validators,
): Parser<Message> {
  return createReader(contract, direction, validators, (validate, frame) => ({
    value: frame,
    issues: checkValue(validate, frame),
  }));
}

/** Compiled validators, by the names of their messages. */
export type Validators = readonly (readonly [message: string, validate: CompiledValidator])[];

type Judge = (
  validate: CompiledValidator,
  frame: unknown,
  encoding: Encoding,
) => { readonly value: unknown; readonly issues: readonly Issue[] };

function createReader<Message>(
  contract: ContractDescriptor,
  direction: Direction,
  validators: Validators,
  judge: Judge,
): Parser<Message> {
  const dispatch = createDispatch(contract, direction);
  const table = new Map(validators);
  return (frame, encoding = "json") => {
    const message = dispatch(frame);
    if (message instanceof FrameError) return { ok: false, error: message };
    const validate = table.get(message.name);
    if (validate === undefined) throw new TypeError(`no validator for message ${message.name}`);
    const { value, issues } = judge(validate, frame, encoding);
    if (issues.length > 0) return { ok: false, error: invalidMessage(message.name, issues) };
    // The validator compiled from the message's schema has just accepted the value.
    return { ok: true, message: message.name, value: value as Message };
  };
}
