import type { ErrorsDescriptor, ReplyDescriptor } from "../conversation.ts";
import { cut } from "../error.ts";
import { readPointer } from "../pointer.ts";
import { WirepactError } from "../wirepactError.ts";
import type { Received } from "./clientBase.ts";
import type { Arrived } from "./frameCodec.ts";

/** What a request resolves with: the body, or where several messages may answer, which one it is too. */
export function replyBody({ replies }: ReplyDescriptor, answer: Arrived): unknown {
  return replies.length > 1 ? received(answer) : answer.body;
}

/** A message as it is given where several may stand. */
export function received({ message, body }: Arrived): Received {
  return { message, value: body };
}

/**
 * The error of a request that the server answered with an error: what the server said of it for people, as far as the contract
 * tells where that stands.
 */
export function rejected(request: string, answer: Arrived, errors: ErrorsDescriptor | undefined): WirepactError {
  const { message, body } = answer;
  const said = errors?.message === message ? saidIn(answer.frame, errors) : [];
  const text = said.length === 0 ? `${request} was answered by ${message}` : [request, ...said].join(": ");
  return new WirepactError("rejected", text, { reply: body, messageName: message });
}

/** The code and the text of an error, where they are texts that say anything; cut, for a server writes as much as it likes. */
function saidIn(frame: unknown, { code, text }: ErrorsDescriptor): string[] {
  const pointers = code === undefined ? [text] : [code.pointer, text];
  return pointers.flatMap((pointer) => {
    const reading = readPointer(frame, pointer);
    return reading.found && typeof reading.value === "string" && reading.value !== "" ? [cut(reading.value)] : [];
  });
}
