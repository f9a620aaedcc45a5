import type { EnvelopePart } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { ErrorsDescriptor } from "../conversation.ts";
import { cut, type FrameError, printable } from "../error.ts";
import { pointerSteps } from "../pointer.ts";
import { WirepactError } from "../wirepactError.ts";
import type { Plan } from "./plan.ts";
import { fillFields, type PreparedFrame, prepare } from "./prepare.ts";

/** Something that failed, as the peer is told of it. */
export interface Failure {
  readonly kind: "unknown" | "invalid" | "failed";
  readonly text: string;
}

/** What peers are told of code that threw: nothing of what it threw. */
export const INTERNAL: Failure = { kind: "failed", text: "internal error" };

/** What is said of a frame that is no message, or breaks its schema. */
export function failureOf(error: FrameError): Failure {
  const kind = error.code === "unknown-message" || error.code === "wrong-direction" ? "unknown" : "invalid";
  const issue = error.issues[0];
  if (issue === undefined) return { kind, text: "must match the contract" };
  const last = pointerSteps(issue.path).at(-1);
  if (issue.code === "required" && last !== undefined) return { kind, text: cut(printable(`${last} is required`)) };
  return { kind, text: cut(printable(`${issue.path || "frame"} ${issue.text}`)) };
}

/** The protocol's error message for a failure; undefined where the contract has none, or it cannot be filled. */
export function errorFrame(plan: Plan, failure: Failure, repeated: readonly EnvelopePart[] = []): PreparedFrame | undefined {
  const { errors } = plan.definition.contract;
  const message = errors === undefined ? undefined : plan.server.get(errors.message);
  if (errors === undefined || message === undefined) return undefined;
  try {
    return prepare(plan, message.name, errorFields(errors, message, failure), repeated);
  } catch {
    // A contract whose error message needs more than its words say: there is nothing to send.
    return undefined;
  }
}

function errorFields({ text, code }: ErrorsDescriptor, message: MessageDescriptor, failure: Failure): unknown {
  const coded = code === undefined ? [] : [{ pointer: code.pointer, value: code[failure.kind] }];
  return fillFields(message, {}, [...coded, { pointer: text, value: failure.text }]);
}

/** What a handler threw, as a frame: a rejection is the reply that it carries, anything else the protocol's general failure. */
export function thrownFrame(
  plan: Plan,
  thrown: unknown,
  /** The message that says so where the rejection names none: that of the pair, or else the contract's. */
  rejecting: string | undefined = plan.definition.contract.errors?.message,
  repeated: readonly EnvelopePart[] = [],
): PreparedFrame | undefined {
  if (!isRejection(thrown)) return errorFrame(plan, INTERNAL, repeated);
  if (thrown.reply === undefined) return errorFrame(plan, { kind: "failed", text: ownText(thrown) }, repeated);
  const name = thrown.messageName ?? rejecting;
  return name === undefined ? undefined : prepare(plan, name, thrown.reply, repeated);
}

/** Whether something thrown says what the peer shall be told. */
export function isRejection(thrown: unknown): thrown is WirepactError {
  return thrown instanceof WirepactError && thrown.code === "rejected";
}

/** The text that the thrower gave, without the code that leads it. */
function ownText({ message }: WirepactError): string {
  return cut(message.replace(/^\[rejected\] /, ""));
}
