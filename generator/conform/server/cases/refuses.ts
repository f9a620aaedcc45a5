import { readPointer } from "@wirepact/runtime";
import { endsStream, gatesOf } from "@wirepact/runtime/laws";
import { quote } from "../../../diagnostics.ts";
import type { Contract } from "../../../model/contract.ts";
import type { ConformCase } from "../../conformCase.ts";
import { Ended, failed, skipped } from "../../ended.ts";
import { type PeerEnd, Unreachable } from "../../wire/peer.ts";
import { errorsOf } from "../answers.ts";
import type { Conversation, HeardMessage } from "../conversation.ts";
import { clauseOf, isNone, type RefusedFrame, refusedFrames, titleOf } from "../refusedFrame.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";
import { converse } from "../withConversation.ts";

/** So many times silence is waited for, to know what comes by itself. */
const CONTROLS = 2;

/** Frames that break the contract: they are not done as told, and the server lives on. */
export function refuses(stage: Stage, isAll: boolean): ConformCase[] {
  return refusedFrames(stage, isAll).map((frame) =>
    serverCase(stage, `refuses/${frame.name}`, titleOf(frame), (conversation) => refuse(stage, frame, conversation)),
  );
}

async function refuse(stage: Stage, refused: RefusedFrame, conversation: Conversation): Promise<void> {
  const heard = await answersTo(stage, refused, conversation);
  const beside = topicMessageIn(stage.contract, heard);
  if (beside !== undefined) await provoke(stage, refused, beside, conversation.signal);
  await serves(stage, conversation.signal);
  if (conversation.end !== undefined) return checkClose(stage.contract, conversation.end);
  const isRefused = heard.some(({ message }) => errorsOf(stage.contract).has(message));
  if (!isRefused && isNeverAnswered(stage.contract, refused)) throw skipped(UNSEEN);
}

const UNSEEN = "the server said nothing, and nothing in the contract shows whether it was obeyed";

/** Whether the frame claims to be a message of which nobody hears what became of it. */
function isNeverAnswered({ replies, session }: Contract, refused: RefusedFrame): boolean {
  const { message } = refused;
  if (message === null || isNone(refused)) return false;
  return !replies.some(({ request }) => request === message) && !session.streams.some(({ start }) => start === message);
}

/** What comes after such a frame until the server is quiet: it may obey beside its refusal, or after it. */
async function answersTo(stage: Stage, refused: RefusedFrame, conversation: Conversation): Promise<readonly HeardMessage[]> {
  const isError = errorsOf(stage.contract);
  const all: HeardMessage[] = [];
  const see = (heard: HeardMessage) => {
    if (isError.has(heard.message)) checkCode(stage.contract, refused, heard);
    else if (isObedience(stage.contract, refused, heard)) throw obeyed(refused, heard);
    all.push(heard);
  };
  // What the server says anyway must not be taken for its answer.
  await conversation.catchUp();
  conversation.sayWrong(refused.wire, refused.meant);
  await conversation.listen(see);
  await conversation.catchUp(see);
  return all;
}

/** A message of a topic, which tells everybody that something was done; undefined where none came. */
function topicMessageIn({ session: { topics } }: Contract, all: readonly HeardMessage[]): HeardMessage | undefined {
  const gated = topics === null ? undefined : gatesOf(topics);
  return all.find(({ message }) => gated?.has(message));
}

/** A message of a topic may come by itself. One that comes twice right after the frame, and not without it, comes because of it. */
async function provoke(stage: Stage, refused: RefusedFrame, { message }: HeardMessage, signal: AbortSignal): Promise<void> {
  await converse(stage, signal, async (conversation) => {
    const before: string[] = [];
    for (let n = 0; n < CONTROLS; n++) await conversation.linger((heard) => void before.push(heard.message));
    if (before.includes(message)) return;
    const again = (await answersTo(stage, refused, conversation)).find((heard) => heard.message === message);
    if (again !== undefined) throw obeyed(refused, again);
  });
}

/** Whether a message says that a frame was taken for what it claims to be: its reply, or what its stream is made of. */
function isObedience({ replies, session: { streams } }: Contract, { message }: RefusedFrame, heard: HeardMessage): boolean {
  const isReply = replies.some((pair) => pair.request === message && pair.replies.includes(heard.message));
  const started = streams.filter(({ start }) => start === message);
  const isInside = started.some(({ items, after }) => items.includes(heard.message) || after.includes(heard.message));
  return isReply || (isInside && !started.some((stream) => endsStream(stream, heard)));
}

function obeyed({ message, reason, code }: RefusedFrame, heard: HeardMessage): Ended {
  const hint =
    code === "opcode" ? "; with ws, look at the second argument of `message`, which says whether it came as bytes" : "";
  return failed("server-obeys", `a ${message} was answered with ${heard.message}, though ${clauseOf(reason)}${hint}`);
}

/** The code of the error message says what is wrong with the frame. */
function checkCode({ session: { errors } }: Contract, refused: RefusedFrame, { message, frame }: HeardMessage): void {
  if (errors?.code === undefined || message !== errors.message || refused.code === "opcode") return;
  const { pointer, unknown, invalid } = errors.code;
  const wanted = codesFor(refused, unknown, invalid);
  const reading = readPointer(frame, pointer);
  if (!reading.found || wanted.some((code) => code === reading.value)) return;
  const text = `${message} must have the code ${wanted.map(quote).join(" or ")}, since ${clauseOf(refused.reason)}; got ${quote(reading.value)}`;
  throw failed("server-error-code", text, { at: { pointer: "/x-wirepact/errors" } });
}

/** What names a message that there is not is unknown; what names none may be called either; all else is invalid. */
function codesFor(refused: RefusedFrame, unknown: string, invalid: string): readonly string[] {
  if (refused.namesAnother) return [unknown];
  const isNothing = (refused.message === null || isNone(refused)) && refused.code !== "parse-error";
  return isNothing ? [unknown, invalid] : [invalid];
}

/** Codes with which WebSocket refuses a frame. */
const REFUSALS: ReadonlySet<number | null> = new Set([1002, 1003, 1007, 1008, 1009]);

/** A connection may be closed for such a frame, as long as the close says so. */
function checkClose({ endpoint }: Contract, { how, code, text }: PeerEnd): void {
  const named = [
    ...endpoint.closes.map((close) => close.code),
    ...endpoint.refusals.map((one) => ("close" in one ? one.close : 0)),
  ];
  const isRefusal = how === "closed" && (code === null || REFUSALS.has(code) || named.includes(code));
  if (!isRefusal) throw failed("server-connection", `the connection ${text}, which is no way to refuse a frame`);
}

/** Whether others are still served. */
async function serves(stage: Stage, signal: AbortSignal): Promise<void> {
  try {
    // A greeting shows it; where there is none, that the transport answers.
    await converse(stage, signal, async (conversation, opening) => {
      if (opening === undefined) await conversation.catchUp();
    });
  } catch (error) {
    if (error instanceof Unreachable) throw failed("server-serving", `after it no connection is taken: ${error.message}`);
    if (!(error instanceof Ended) || error.verdict.kind !== "fail") throw error;
    throw failed("server-serving", `after it a new connection is not served: ${error.verdict.text}`);
  }
}
