import type { ReplyDescriptor } from "../conversation.ts";
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

/** The error of a request that the server answered with the protocol's error message. */
export function rejected({ request }: ReplyDescriptor, { message, body }: Arrived): WirepactError {
  return new WirepactError("rejected", `${request} was answered by ${message}`, { reply: body, messageName: message });
}
